import { checkScheme, type Notification } from '../notification.ts';
import type { Provider } from '../provider.ts';
import { checkBaseUrl, type Fetch } from './ask.ts';
import { readAccounts, type KnownAccount, type OktoAccounts } from './okto-account.ts';
import { agreedNames } from './agreed-names.ts';
import { checkNotation, type Notation } from './notation.ts';
import { checkStatuses, type NoticeFields, type Statuses } from './read-notice.ts';

/**
 * What OKTO has agreed with the merchant, for OKTO Cash and OKTO Wallet alike. The public documents (PaymentIQ, "Oktopay") give
 * neither the create calls nor the callback's header, body and status words, so all of them are settings; the names that are
 * preset are the sandbox's. A dotted name such as `data.status` reaches into an object.
 */
export interface OktoSettings<ChargeField extends string, OfferField extends string> extends OktoAccounts {
  /** Such as {@link OKTO_TEST_URL} or {@link OKTO_PRODUCTION_URL}; plain http only for this machine. */
  readonly baseUrl: string;
  /** Tells OKTO that no money is to move; false when left out. */
  readonly testMode?: boolean;
  /** What stands on the payer's receipt; not sent when left out. */
  readonly descriptor?: string;
  /** How a callback shows that it is OKTO's; its secrets are the accounts'. */
  readonly notification: Omit<Notification, 'secret'> & { readonly fields?: Partial<NoticeFields> };
  /** OKTO's status words and ours for them. There is no preset: a word that is not here changes nothing. */
  readonly statuses: Statuses;
  readonly create?: {
    /** Below `baseUrl`. */
    readonly path?: string;
    /** The names of what we send; `null` is not sent. */
    readonly fields?: Partial<Record<ChargeField, string | null>>;
    /** The names of what is answered. */
    readonly answer?: Partial<Record<OfferField, string>>;
  };
  /** How amounts are written: `"12.90"` (preset), `12.9` or `1290`. Callbacks are read the same way. */
  readonly amounts?: Notation;
  /** How long a payment can be made, where the answer does not say. */
  readonly expiresInSeconds?: number;
  /** How OKTO is reached; the global `fetch` when left out. */
  readonly fetch?: Fetch;
  /** Where a warning about these settings goes; `console.warn` when left out. */
  readonly warn?: (message: string) => void;
}

/** The terms that a payer has to accept: a new version has to be accepted anew. */
export type OktoTerms = true | { readonly version: string };

/** The last part of the address that callbacks of OKTO Cash and OKTO Wallet come to. */
export const OKTO_ROUTE = 'okto';

const NOTICE_FIELDS: NoticeFields = {
  attempt: 'externalId',
  status: 'status',
  amount: 'amount',
  currency: 'currency',
  eventId: 'eventId',
  payee: 'merchantId',
  refundedAmount: 'refundedAmount',
};

/** Settings that have been read: every preset filled in. */
export interface KnownSettings {
  readonly accounts: readonly KnownAccount[];
  readonly currencies: readonly string[];
  readonly url: string;
  readonly amounts: Notation;
  readonly noticeFields: NoticeFields;
  readonly expiresInSeconds: number;
}

/** What stands where a setting is left out. */
interface Presets {
  readonly who: string;
  readonly path: string;
  readonly expiresInSeconds: number;
  /** Whether each account needs a `transactionChannel`. */
  readonly byPackage: boolean;
  /** Those of the accounts' channels when left out. */
  readonly currencies?: readonly string[] | undefined;
}

/** Reads what both share; throws a TypeError that names the setting that cannot work. */
export function readSettings(settings: OktoSettings<string, string>, presets: Presets): KnownSettings {
  const { who, path, expiresInSeconds: preset, byPackage, currencies: given } = presets;
  const { baseUrl, notification, statuses, testMode = false, descriptor, amounts = 'major-text', expiresInSeconds = preset } = settings;
  const { warn = (message) => console.warn(message) } = settings;
  checkBaseUrl(baseUrl, who);
  checkScheme(notification, who);
  const accounts = readAccounts(settings.accounts, { scheme: notification.scheme, who, byPackage, warn });
  checkStatuses(statuses, who);
  checkNotation(amounts, who);
  if (typeof testMode !== 'boolean') throw new TypeError(`${who}: testMode must be true or false`);
  if (descriptor !== undefined && (typeof descriptor !== 'string' || !/^(?=.*\S)\P{C}{1,128}$/u.test(descriptor))) {
    throw new TypeError(`${who}: descriptor must be text of at most 128 characters`);
  }
  if (settings.account !== undefined && typeof settings.account !== 'function') throw new TypeError(`${who}: account must be a function`);
  if (!(expiresInSeconds >= 1 && expiresInSeconds <= 2_592_000)) throw new TypeError(`${who}: expiresInSeconds must be between 1 second and 30 days`);
  const currencies = given ?? [...new Set(accounts.flatMap(({ packages }) => packages.map(({ currency }) => currency)))];
  if (!Array.isArray(currencies) || !currencies.length || !currencies.every((currency) => /^[A-Z]{3}$/.test(currency))) {
    throw new TypeError(`${who}: currencies must name at least one of ISO 4217, such as EUR, where no transactionChannel does`);
  }
  const noticeFields = agreedNames({ presets: NOTICE_FIELDS, agreed: notification.fields, what: `${who}: notification.fields`, optional: ['currency'] });
  if (noticeFields.currency === null && currencies.length > 1) {
    throw new TypeError(`${who}: notification.fields.currency is required, because there are several currencies`);
  }
  const url = baseUrl.replace(/\/+$/, '') + (settings.create?.path ?? path);
  return { accounts, currencies, url, amounts, noticeFields, expiresInSeconds };
}

/** The version of the terms to accept; throws a TypeError for what is none. */
export function readTerms(terms: OktoTerms | undefined, who: string): Provider['terms'] {
  if (terms === undefined) return undefined;
  const version: unknown = terms === true ? '1' : Object(terms).version;
  if (typeof version !== 'string' || !/^(?=.*\S)\P{C}{1,64}$/u.test(version)) {
    throw new TypeError(`${who}: terms must be true or { version: text of at most 64 characters }`);
  }
  return { version };
}
