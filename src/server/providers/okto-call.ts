import { valueAt } from '../body.ts';
import type { Charge } from '../provider.ts';
import { ask, named, readExpiry, type Caller } from './ask.ts';
import { writeAmount } from './notation.ts';
import type { KnownAccount } from './okto-account.ts';
import type { KnownSettings, OktoSettings } from './okto-settings.ts';

/** OKTO's own version of its answers. */
export const OKTO_ACCEPT = 'application/vnd.okto-merchant-api.v1+json';

/** What is sent to create a payment, besides what only one of the two knows. */
export type ChargeField = 'attempt' | 'merchantId' | 'amount' | 'currency' | 'country' | 'descriptor' | 'testMode' | 'reference' | 'callbackUrl';

/** The names of the sandbox. */
export const CHARGE_FIELDS: Record<ChargeField, string | null> = {
  attempt: 'externalId',
  merchantId: 'merchantId',
  amount: 'amount',
  currency: 'currency',
  country: 'country',
  descriptor: 'descriptor',
  testMode: 'testMode',
  reference: 'description',
  callbackUrl: 'callbackUrl',
};

/** How OKTO is asked in the name of an account. */
export const callerOf = ({ secretKey }: Pick<KnownAccount, 'secretKey'>, fetch: Caller['fetch']): Caller => ({
  accessToken: secretKey,
  accept: OKTO_ACCEPT,
  fetch,
});

/** One call to create a payment. */
export interface CreateCall<Field extends string> {
  readonly settings: OktoSettings<Field, string>;
  readonly known: KnownSettings;
  readonly account: KnownAccount;
  readonly names: Readonly<Record<ChargeField | Field, string | null>>;
  /** What only this method sends. */
  readonly more: Readonly<Record<Exclude<Field, ChargeField>, unknown>>;
}

/** Asks OKTO for a payment; what is answered under each name, and until when it can be paid. Throws a ProviderError. */
export async function createAtOkto<Field extends string>(call: CreateCall<Field>, charge: Charge): Promise<Answer> {
  const { settings, known, account, names, more } = call;
  const { attempt, amount, currency, country, reference, callbackUrl } = charge;
  const { testMode = false, descriptor } = settings;
  const values: Record<ChargeField, unknown> = {
    attempt,
    merchantId: account.merchantId,
    amount: writeAmount(known.amounts, amount, currency),
    currency,
    country,
    descriptor,
    testMode,
    reference,
    callbackUrl,
  };
  const answer = await ask(callerOf(account, settings.fetch), 'POST', known.url, named(names, { ...values, ...more }));
  return {
    text: (name) => {
      const value = valueAt(answer, name) ?? undefined;
      return value === undefined || typeof value === 'string' ? value : '';
    },
    id: (name) => {
      const value = valueAt(answer, name);
      return Number.isSafeInteger(value) || typeof value === 'string' ? String(value) : '';
    },
    until: (name) => readExpiry(valueAt(answer, name), charge.now, known.expiresInSeconds),
  };
}

/** What OKTO has answered. */
export interface Answer {
  /** The text of this name; undefined where nothing is there, empty where it is something else. */
  readonly text: (name: string) => string | undefined;
  /** The id of this name as text, also where it is written as a number; empty where there is none. */
  readonly id: (name: string) => string;
  /** The time of this name, else that of the settings; throws a ProviderError `bad-expiry`. */
  readonly until: (name: string) => Date;
}
