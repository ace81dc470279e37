import { brCodeAmount, decodeBrCode } from '../../formats/brcode.ts';
import { valueAt } from '../body.ts';
import { sameAmount } from '../money.ts';
import { checkNotification, sameSecret, secretsOf, verifyNotification, type Notification } from '../notification.ts';
import type { Charge, Notice, Offer, Provider } from '../provider.ts';
import { agreedNames } from './agreed-names.ts';
import { ask, checkBaseUrl, checkVisible, named, ProviderError, readExpiry, type Fetch } from './ask.ts';
import { writeAmount, type Notation } from './notation.ts';
import { checkStatuses, readNotice, type NoticeFields, type Statuses } from './read-notice.ts';

/**
 * What OKTO.PIX has agreed with the merchant. The public documents (PaymentIQ, "Oktopay", OKTO.PIX flow) give neither the
 * create call nor the callback's header, body and status words, so all of them are settings; the names that are preset are
 * the sandbox's. A dotted name such as `data.status` reaches into an object.
 */
export interface OktoPixSettings {
  /** Such as `https://demo-pix.oktopay.eu:9443`; plain http only for this machine. */
  readonly baseUrl: string;
  /** The Bearer value: the apiKey that OKTO.PIX provides. */
  readonly accessToken: string;
  /** How a callback shows that it is OKTO.PIX's; the secret is the notificationToken, which should not be the access token. */
  readonly notification: Notification & { readonly fields?: Partial<NoticeFields> };
  /** OKTO.PIX's status words and ours for them. There is no preset: a word that is not here changes nothing. */
  readonly statuses: Statuses;
  readonly create?: {
    /** Below `baseUrl`; `/deposits` when left out. */
    readonly path?: string;
    readonly fields?: Partial<ChargeFields>;
    readonly answer?: Partial<OfferFields>;
    /**
     * Codes that are taken besides dynamic ones: `static`, which must say the very amount, and `recurrence`, a dynamic or
     * static one to which a Pix Automatico consent is added; none when left out.
     */
    readonly takes?: readonly ('static' | 'recurrence')[];
  };
  /** How amounts are written: `"12.90"` (preset), `12.9` or `1290`. Callbacks are read the same way. */
  readonly amounts?: Notation;
  /** Who is to be paid, as callbacks name it; one that names another, or what is no text, goes to review. */
  readonly payee?: string;
  /** How long a code may be paid, where the answer does not say; 900 when left out. */
  readonly expiresInSeconds?: number;
  /** How OKTO.PIX is reached; the global `fetch` when left out. */
  readonly fetch?: Fetch;
  /** Where a warning about these settings goes; `console.warn` when left out. */
  readonly warn?: (message: string) => void;
}

/** The names of what we send to create a deposit; `null` is not sent. */
export type ChargeFields = Record<'attempt' | 'amount' | 'currency' | 'cpf' | 'name' | 'expiresInSeconds' | 'reference', string | null>;
/** The names of what is answered. */
export type OfferFields = Record<'code' | 'expiresAt', string>;

const CHARGE_FIELDS: ChargeFields = {
  attempt: 'externalId',
  amount: 'amount',
  currency: 'currency',
  cpf: 'cpf',
  name: 'name',
  expiresInSeconds: 'expiresIn',
  reference: 'description',
};
const OFFER_FIELDS: OfferFields = { code: 'qrCode', expiresAt: 'expiresAt' };
const NOTICE_FIELDS: NoticeFields = {
  attempt: 'externalId',
  status: 'status',
  amount: 'amount',
  currency: 'currency',
  eventId: 'eventId',
  payee: 'receiver',
  refundedAmount: 'refundedAmount',
};

const CODES: readonly unknown[] = ['static', 'recurrence'];
const CURRENCY = 'BRL';

/** PIX by OKTO.PIX: the payer gives a CPF and scans or copies a BR Code. Throws a TypeError for settings that cannot work. */
export function oktoPix(settings: OktoPixSettings): Provider {
  const { notification, statuses, amounts = 'major-text', expiresInSeconds = 900, payee } = settings;
  checkSettings(settings);
  const takes = settings.create?.takes ?? [];
  const { fields, answer } = settings.create ?? {};
  const chargeFields = agreedNames({ presets: CHARGE_FIELDS, agreed: fields, what: 'oktoPix: create.fields', optional: Object.keys(CHARGE_FIELDS) });
  const offerFields = agreedNames({ presets: OFFER_FIELDS, agreed: answer, what: 'oktoPix: create.answer' });
  const noticeFields = agreedNames({ presets: NOTICE_FIELDS, agreed: notification.fields, what: 'oktoPix: notification.fields', optional: ['currency'] });
  const url = settings.baseUrl.replace(/\/+$/, '') + (settings.create?.path ?? '/deposits');

  return {
    name: 'okto-pix',
    method: 'pix',
    currencies: [CURRENCY],
    asks: ['cpf'],

    async create(charge) {
      const answer = await ask(settings, 'POST', url, bodyOf(charge));
      const code = valueAt(answer, offerFields.code);
      if (typeof code !== 'string' || !asksFor(code, charge.amount, takes)) throw new ProviderError('bad-code');
      return { pix: { code }, expiresAt: readExpiry(valueAt(answer, offerFields.expiresAt), charge.now, expiresInSeconds) } satisfies Offer;
    },

    read({ headers, body }) {
      verifyNotification(notification, headers, body);
      const { notice, names } = readNotice(body, { fields: noticeFields, statuses, amounts, currency: CURRENCY });
      return { ...notice, payeeIsOurs: payee === undefined || names(payee) } satisfies Notice;
    },
  };

  function bodyOf({ attempt, amount, currency, reference, payer }: Charge): Record<string, unknown> {
    const written = writeAmount(amounts, amount, currency);
    return named(chargeFields, { attempt, amount: written, currency, cpf: payer.cpf, name: payer.name, expiresInSeconds, reference });
  }
}

/**
 * What we show is what is scanned: a code that is damaged, asks for another amount or for a consent that nobody ordered is
 * not passed on. A dynamic code may leave the amount to its address; a static one without an amount would ask for any.
 */
function asksFor(code: string, amount: string, takes: readonly string[]): boolean {
  try {
    const read = decodeBrCode(code);
    if (read.recurrenceUrl !== undefined && !takes.includes('recurrence')) return false;
    if (read.kind !== 'dynamic' && !takes.includes(read.kind)) return false;
    const asked = brCodeAmount(read);
    return asked === undefined ? read.kind === 'dynamic' : sameAmount(asked, amount, CURRENCY);
  } catch {
    return false;
  }
}

function checkSettings(settings: OktoPixSettings): void {
  const { accessToken, notification, statuses, expiresInSeconds = 900, warn = (message) => console.warn(message) } = settings;
  const fail = (what: string): never => {
    throw new TypeError(`oktoPix: ${what}`);
  };
  checkBaseUrl(settings.baseUrl, 'oktoPix');
  checkVisible(accessToken, 'oktoPix: accessToken');
  checkNotification(notification, 'oktoPix');
  checkStatuses(statuses, 'oktoPix');
  const { takes = [] } = settings.create ?? {};
  if (!Array.isArray(takes) || !takes.every((kind) => CODES.includes(kind))) fail(`create.takes may hold ${CODES.join(', ')}`);
  if (!(expiresInSeconds >= 1 && expiresInSeconds <= 2_592_000)) fail('expiresInSeconds must be between 1 second and 30 days');
  if (secretsOf(notification).some((secret) => sameSecret(secret, accessToken))) {
    warn('paytags: oktoPix: the notification secret is the access token; have OKTO.PIX set a notificationToken of its own');
  }
}
