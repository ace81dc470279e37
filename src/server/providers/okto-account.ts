import type { Draft } from '../../formats/contract.ts';
import { checkSecret, sameSecret, secretsOf, type Notification } from '../notification.ts';
import type { Assignment, Wanted } from '../provider.ts';
import { checkVisible, ProviderError } from './ask.ts';
import { packageOf, readTransactionChannel, type OktoPackage } from './okto-package.ts';

/** One account of the merchant at OKTO. */
export interface OktoAccount {
  /** Provided by OKTO; callbacks name it as the payee. */
  readonly merchantId: string;
  /** The Bearer value, provided by OKTO. */
  readonly secretKey: string;
  /**
   * What its callbacks are verified with, the `apiKey` of `registerOktoWebhook`; at least 16 bytes, several while one takes the
   * place of another.
   */
  readonly notificationSecret: Notification['secret'];
  /** `IT_EUR_1000->8055348521276,…`: country, currency, amount in minor units, and the package id that OKTO has for them. */
  readonly transactionChannel?: string | undefined;
  /**
   * Whether `kyc` of `createPayments` is asked before a payment; false when left out. Where `order` gives no country and the page
   * names one, it is asked as soon as one of the accounts that may take the payment wants it.
   */
  readonly requestKyc?: boolean | undefined;
}

/** The accounts by their names, and who chooses among them. */
export interface OktoAccounts {
  readonly accounts: Readonly<Record<string, OktoAccount>>;
  /**
   * The name of the account for a payment. Left out, or where it gives undefined, it is the first whose channel offers country,
   * currency and amount, else the first. What the page says, `draft`, is only a claim; `order` is what the server says.
   */
  readonly account?: (draft: Draft, order: Omit<Wanted, 'draft'>) => string | undefined | Promise<string | undefined>;
}

/** An account that has been read. */
export interface KnownAccount extends OktoAccount {
  readonly name: string;
  readonly packages: readonly OktoPackage[];
}

/** Reads accounts; throws a TypeError that names the one that cannot work, and the setting. */
export function readAccounts(
  accounts: OktoAccounts['accounts'],
  { scheme, who, byPackage, warn }: {
    readonly scheme: Notification['scheme'];
    readonly who: string;
    /** Whether each of them needs a channel. */
    readonly byPackage: boolean;
    readonly warn: (message: string) => void;
  },
): KnownAccount[] {
  const entries = typeof accounts === 'object' && accounts !== null ? Object.entries(accounts) : [];
  if (!entries.length) throw new TypeError(`${who}: accounts is empty`);
  return entries.map(([name, account]) => {
    const where = `${who}: accounts.${name}`;
    if (!/^[\w.-]{1,64}$/.test(name)) throw new TypeError(`${who}: the name of an account is letters, digits, "_", "-" and "."`);
    if (typeof account !== 'object' || account === null) throw new TypeError(`${where} is not an object`);
    const { merchantId, secretKey, notificationSecret, transactionChannel, requestKyc = false } = account;
    checkVisible(merchantId, `${where}.merchantId`);
    checkVisible(secretKey, `${where}.secretKey`);
    checkSecret(notificationSecret, scheme, `${where}.notificationSecret`);
    // Text such as "false" would be taken for yes by one reader and for no by another.
    if (typeof requestKyc !== 'boolean') throw new TypeError(`${where}.requestKyc must be true or false`);
    const packages = transactionChannel === undefined && !byPackage ? [] : readTransactionChannel(transactionChannel, `${where}.transactionChannel`);
    if (secretsOf({ secret: notificationSecret }).some((secret) => sameSecret(secret, secretKey))) {
      warn(`paytags: ${where}: the notification secret is the secret key; register another one with OKTO`);
    }
    return { ...account, name, requestKyc, packages };
  });
}

/** The account of this name; throws a ProviderError `no-account`. */
export function accountNamed(accounts: readonly KnownAccount[], name: string | undefined): KnownAccount {
  const account = accounts.find((one) => one.name === name);
  if (!account) throw new ProviderError('no-account');
  return account;
}

/** The country of a payment: the one that was said, else the only one in which the account takes this currency. */
export function countryOf({ packages }: KnownAccount, { country, currency }: Omit<Wanted, 'draft'>): string | undefined {
  if (country !== undefined) return country;
  const countries = new Set(packages.filter((one) => one.currency === currency).map((one) => one.country));
  return countries.size === 1 ? [...countries][0] : undefined;
}

/** Chooses the account. `byPackage`: only an amount that has a package can be paid. Throws a ProviderError `no-account`. */
export async function assignAccount(
  accounts: readonly KnownAccount[],
  choose: OktoAccounts['account'],
  { draft, ...order }: Wanted,
  byPackage: boolean,
): Promise<Assignment> {
  const name = await choose?.(draft, order);
  const candidates = name === undefined ? accounts : [accountNamed(accounts, name)];
  const { country = draft.country } = order;
  const countries = candidates.map((account) => countryOf(account, { ...order, country }));
  const at = candidates.findIndex(({ packages }, i) => packageOf(packages, { ...order, country: countries[i] }));
  const isOpen = at < 0 && countries.every((country) => country === undefined);
  if (isOpen && candidates.some(({ packages }) => packages.some(({ currency }) => currency === order.currency))) return { wants: 'country' };
  if (at < 0 && byPackage) {
    const offers = candidates.flatMap(({ packages }, i) =>
      packages.filter(({ country, currency }) => country === countries[i] && currency === order.currency).map(({ amount }) => amount),
    );
    return { offers };
  }
  const index = Math.max(at, 0);
  // A country that only the page names chooses no way around the look at the payer.
  const asking = country === order.country ? [candidates[index]!] : candidates;
  return { account: candidates[index]!.name, country: countries[index], requestKyc: asking.some(({ requestKyc }) => requestKyc) };
}
