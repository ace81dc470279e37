import { PAYER_FIELDS } from '../formats/contract.ts';
import type { Context } from './context.ts';
import type { Charge, PayerField, Wanted } from './provider.ts';
import { Refusal } from './refusal.ts';
import type { Priced } from './wish.ts';

/** What the merchant's own knowledge of the payer comes to: go on, never, or only with these fields besides. */
export type KycAnswer = 'ok' | 'refused' | { readonly missing: readonly PayerField[] };

/** What the payer is looked at for. */
export interface KycSubject extends Omit<Wanted, 'draft'> {
  readonly provider: string;
  readonly account: string;
  /** As `order` gave it. */
  readonly customer?: string | undefined;
}

/**
 * Looks at a payer, as typed and with a CPF as 11 digits, before the provider is asked. Whatever it throws is told as `unavailable`.
 * A visitor can have it asked as often as `order` lets them, and reads from the answer what you know: judge by `about.customer` first.
 */
export type Kyc = (payer: Charge['payer'], about: KycSubject) => KycAnswer | Promise<KycAnswer>;

/** How long it may take, in milliseconds. */
const DEADLINE = 10_000;

/** Has the payer looked at; throws a Refusal unless the answer is `ok` and nothing else. */
export async function checkPayer(context: Context, { texts, payer }: Priced, about: KycSubject): Promise<void> {
  const answer = await answerOf(context, payer, about);
  if (answer === 'ok') return;
  if (answer === 'refused') throw new Refusal('refused', texts.refused);
  const missing = missingFields(answer);
  if (missing) throw new Refusal('kyc-required', texts.kycRequired, missing.map((field) => ({ field, message: texts.wanted[field] })));
  if (answer !== undefined) context.warn('paytags: kyc() answered what is none of its answers');
  throw new Refusal('unavailable', texts.unavailable);
}

/** Its answer, whatever that is; undefined when there is none. */
async function answerOf({ kyc, warn }: Context, payer: Charge['payer'], about: KycSubject): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('kyc() took too long')), DEADLINE);
    timer.unref();
  });
  try {
    return (await Promise.race([kyc?.(payer, about), late])) ?? null;
  } catch (error) {
    warn(`paytags: kyc() failed (${(error as Error | null)?.name})`);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

function missingFields(answer: unknown): PayerField[] | undefined {
  const { missing } = Object(answer) as { missing?: unknown };
  if (!Array.isArray(missing) || !missing.length || !missing.every((field) => PAYER_FIELDS.includes(field as PayerField))) return undefined;
  return [...new Set(missing as PayerField[])];
}
