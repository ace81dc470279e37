import type { Notification, OktoAccount } from '../server.ts';
import { minorUnits } from '../server/money.ts';
import { Rejection } from '../server/rejection.ts';
import { bearerOf } from './answer.ts';
import { SandboxError } from './charge.ts';

/** What OKTO has agreed with one merchant; an account without a `transactionChannel` takes no cash. `requestKyc` is for the shop alone. */
export interface OktoSandboxAccount extends OktoAccount {
  /** Where callbacks go when a charge names no address, until the webhook call says otherwise. */
  readonly callbackUrl?: string;
}

/** An account at work. */
export interface OpenAccount extends OktoSandboxAccount {
  callbackUrl?: string;
  notification: Notification;
}

/** Every address of the merchant API wants this in `Accept`. */
const MEDIA_TYPE = 'application/vnd.okto-merchant-api.v1+json';

/** Accounts by the names that the shop gives them. */
export type OktoSandboxAccounts = Readonly<Record<string, OktoSandboxAccount>>;

/** The accounts with their notifications; throws a TypeError where two share a merchantId or a secretKey, or there is none. */
export function openAccounts(named: OktoSandboxAccounts, { header, scheme }: Pick<Notification, 'header' | 'scheme'>): OpenAccount[] {
  const accounts = Object.values(named);
  const isOnce = (key: 'merchantId' | 'secretKey') => new Set(accounts.map((account) => account[key])).size === accounts.length;
  if (!accounts.length || !isOnce('merchantId') || !isOnce('secretKey')) {
    throw new TypeError('createOktoSandbox: accounts must be some, each with a merchantId and a secretKey of its own');
  }
  return accounts.map((account) => ({ ...account, notification: { header, scheme, secret: account.notificationSecret } }));
}

/** Whose request it is, by its Bearer value; throws a Rejection `bad-signature`, or `not-acceptable` for another `Accept`. */
export function accountOf(accounts: readonly OpenAccount[], request: Request): OpenAccount {
  const account = accounts.find(({ secretKey }) => secretKey === bearerOf(request));
  if (!account) throw new Rejection('bad-signature');
  if (request.headers.get('accept') !== MEDIA_TYPE) throw new SandboxError('not-acceptable');
  return account;
}

/** Throws `unknown-package` or `other-amount` unless this account sells the package for that money in that country. */
export function checkPackage({ transactionChannel = '' }: OktoSandboxAccount, packageId: string, sale: { country: string | undefined; currency: string; amount: string }): void {
  const rows = transactionChannel.split(',').map((row) => row.trim().split('->'));
  if (!rows.some(([, id]) => id === packageId)) throw new SandboxError('unknown-package');
  const key = `${sale.country}_${sale.currency}_${minorUnits(sale.amount, sale.currency)}`;
  if (!rows.some(([channel, id]) => channel === key && id === packageId)) throw new SandboxError('other-amount');
}
