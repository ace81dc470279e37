import { z } from 'zod';
import { isAmount, isInstant } from './payment-answer.ts';
import { STATUSES } from './payment.ts';

/**
 * The JSON between a page and its server, in one place for companion, sandbox and tests. The browser checks the same with
 * `readPayment` and `readStatus` of `payment-answer.ts`, so that zod stays out of the way to the picture.
 */

/** Decimal text in major units, such as `"12.90"`. */
const amount = z.string().refine(isAmount, 'an amount is decimal text such as "12.90"');
const currency = z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters of ISO 4217');
const date = z.string().refine(isInstant, 'a time is ISO 8601 with offset');

/** Text of at most so many UTF-16 units in which everything is seen: no control or format character, no half of a surrogate pair. */
const seen = (most: number) => z.string().max(most).regex(/^\P{C}*$/u, 'control, format and unassigned characters are not taken');

/** The status words that a server may answer: all but `idle` and `creating`. */
export const statusWord = z.enum(STATUSES).exclude(['idle', 'creating']);

/** Status answer: 200 with these fields and nothing else; only `status` is required. */
export const statusAnswer = z.object({
  status: statusWord,
  version: z.union([z.number().nonnegative(), z.string()]).nullish(),
  serverTime: date.nullish(),
  expiresAt: date.nullish(),
  pollAfterMs: z.number().nonnegative().nullish(),
  message: z.string().nullish(),
  late: z.boolean().nullish(),
  refundedAmount: amount.nullish(),
});
export type StatusAnswer = z.infer<typeof statusAnswer>;

/** Create answer: 201 with the whole payment and what the shopper is shown. */
export const paymentAnswer = statusAnswer.extend({
  id: z.string().nullish(),
  method: z.string().nullish(),
  amount: amount.nullish(),
  currency: z.string().nullish(),
  reference: z.string().nullish(),
  statusUrl: z.string().nullish(),
  eventsUrl: z.string().nullish(),
  reason: z.string().nullish(),
  pix: z.object({ code: z.string() }).nullish(),
  oktoCash: z.object({ packageId: z.string(), paymentCode: z.string(), gs1Pattern: z.string().optional() }).nullish(),
  oktoWallet: z.object({ code: z.string(), appUrl: z.string().optional() }).nullish(),
  octopus: z.object({ token: z.string(), octopusUri: z.string(), landingUrl: z.string() }).nullish(),
  okpayLink: z.object({ invoice: z.string() }).nullish(),
  okpayCollect: z.object({ url: z.string(), upi: z.string().optional() }).nullish(),
});
export type PaymentAnswer = z.infer<typeof paymentAnswer>;

/** What a page sends to `POST create-url`. Unknown keys are dropped. */
export const draft = z.object({
  method: z.enum(['pix', 'oktoCash', 'oktoWallet', 'octopus', 'okpayLink', 'okpayCollect']),
  amount: amount.optional(),
  currency,
  reference: seen(128).optional(),
  country: z.string().regex(/^[A-Z]{2}$/).optional(),
  payType: z.string().max(64).optional(),
  returnUrl: z.url().max(2048).optional(),
  termsAcceptedAt: date.optional(),
  payer: z
    .object({
      cpf: z.string().max(14).optional(),
      cnic: z.string().max(15).optional(),
      email: z.email().max(254).optional(),
      name: seen(128).optional(),
      phone: z.string().max(20).optional(),
      bankCode: z.string().max(32).optional(),
    })
    .optional(),
});
export type Draft = z.infer<typeof draft>;

/** What a page may say of the payer. */
export const PAYER_FIELDS = Object.keys(draft.shape.payer.unwrap().shape) as readonly (keyof NonNullable<Draft['payer']>)[];

/** Why a create request is refused. */
export const refusalCode = z.enum([
  'invalid-field',
  'amount-not-offered',
  'terms-required',
  'kyc-required',
  'refused',
  'too-many',
  'unavailable',
]);
export type RefusalCode = z.infer<typeof refusalCode>;

/** Create refusal: 422 with a sentence for the shopper and one for each field at fault. */
export const refusalAnswer = z.object({
  message: z.string(),
  code: refusalCode,
  errors: z.array(z.object({ field: z.string(), message: z.string() })),
});
export type RefusalAnswer = z.infer<typeof refusalAnswer>;
