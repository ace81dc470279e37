import { sha256 } from '../ids.ts';
import { minorUnits } from '../money.ts';
import type { Payout } from '../outbox.ts';
import type { Store } from '../store.ts';
import { codeOf } from '../query.ts';
import { ProviderError } from './ask.ts';
import { okpayCollectClient, type OkpayCollectClientSettings } from './okpay-collect-client.ts';
import { eventKeyOf, eventOf, PAYOUT, payoutOf, type What } from './okpay-payout-callback.ts';

/** What {@link okpayPayouts} is given. */
export interface OkpayPayoutSettings extends OkpayCollectClientSettings {
  /** Where it is kept what has been sent: the store of `createPayments`. */
  readonly store: Store;
  /** Where the platform tells what became of it: `/callbacks/okpay-payout` of the companion. */
  readonly notifyUrl: string;
  readonly now?: () => Date;
}

/** A payout by the document's names; decimal text in major units. What a payee has written must not hold `&`. */
export interface OkpayPayoutOrder {
  /** Your own number of it: the same money never goes out under it twice. */
  readonly outTradeNo: string;
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly payType: string;
  readonly account: string;
  readonly userName: string;
  readonly phone: string;
  readonly email: string;
  readonly reserve1?: string;
  readonly reserve2?: string;
  readonly reserve3?: string;
}

/**
 * `unknown`: the platform may have it and has not said so; ask again with `find`, and send nothing else in its place. `not-taken`: since
 * it was sent the platform has said twice, 60 seconds apart, that it does not have it, and never that it does; whoever still wants it
 * chooses a new number.
 */
export type OkpayPayoutStatus = Payout['status'] | 'unknown' | 'not-taken';

/** Money out, at most once per number. */
export interface OkpayPayouts {
  /**
   * Sends money, once: a number that has been sent before, here or in another process, is only asked about. Resolves with what the
   * platform says; `unknown` where its answer was lost. Throws a TypeError for an order that cannot be sent and for another order under
   * the same number, and a ProviderError with `refused` where the platform has said no. Decide before who may have money sent.
   */
  payOut(order: OkpayPayoutOrder): Promise<OkpayPayoutStatus>;
  /** What became of it; `unknown` for a number that `payOut` has not sent and the platform does not know. */
  find(outTradeNo: string): Promise<OkpayPayoutStatus>;
}

/** How long the platform must have said that it does not have a payout, in milliseconds. */
const UNKNOWN_FOR = 60_000;

/** Payouts through OKPAY Collect and Pay. Throws a TypeError for settings that cannot work. */
export function okpayPayouts({ store, notifyUrl, now = () => new Date(), ...settings }: OkpayPayoutSettings): OkpayPayouts {
  const client = okpayCollectClient(settings);
  if (!URL.canParse(notifyUrl)) throw new TypeError('okpayPayouts: notifyUrl must be an address');

  /** Keeps that this has happened to a payout; what was kept of it before, if anything. */
  const keep = (what: What, outTradeNo: string, digest?: string) =>
    store.transaction((tx) => tx.keep(eventOf(what, outTradeNo, now(), digest)));

  async function find(outTradeNo: string): Promise<OkpayPayoutStatus> {
    let payout: Payout | undefined;
    try {
      payout = payoutOf(outTradeNo, await client.payoutQuery({ outTradeNo }));
    } catch (error) {
      return codeOf(error) === 'order-unknown' ? notKnown(outTradeNo) : 'unknown';
    }
    if (payout) await keep('known', outTradeNo);
    return payout?.status ?? 'unknown';
  }

  /** What it means that the platform does not know a payout: nothing of one that was not sent yet, nor of one that it has known. */
  const notKnown = (outTradeNo: string): Promise<OkpayPayoutStatus> =>
    store.transaction(async (tx) => {
      const has = async (what: What) => (await tx.kept(PAYOUT, eventKeyOf(what, outTradeNo))) !== undefined;
      if (!(await has('sent')) || (await has('known'))) return 'unknown';
      const at = now();
      const first = await tx.keep(eventOf('unknown', outTradeNo, at));
      return first && at.getTime() - first.receivedAt >= UNKNOWN_FOR ? 'not-taken' : 'unknown';
    });

  return {
    find,
    async payOut(order) {
      const { outTradeNo, amount, currency, payType, ...rest } = order;
      check(order);
      const params = { ...rest, out_trade_no: outTradeNo, currency, pay_type: payType, money: amount, notify_url: notifyUrl };
      const digest = sha256(JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))));
      // Kept before anything is sent, so that whatever becomes of this process nobody sends it again.
      const earlier = await keep('sent', outTradeNo, digest);
      if (earlier && earlier.digest !== digest) throw new TypeError('payOut: another order has this outTradeNo');
      if (earlier) return find(outTradeNo);
      try {
        await client.payout(params);
      } catch (error) {
        if (error instanceof ProviderError && error.refused) throw error;
        if (codeOf(error) === 'order-exists') await keep('known', outTradeNo);
        return find(outTradeNo);
      }
      await keep('known', outTradeNo);
      return 'pending';
    },
  };
}

const TEXTS = ['payType', 'account', 'userName', 'phone', 'email', 'reserve1', 'reserve2', 'reserve3'] as const;

/** Throws a TypeError that names the field at fault, never its value. */
function check(order: OkpayPayoutOrder): void {
  const fail = (what: string): never => {
    throw new TypeError(`payOut: ${what}`);
  };
  const { outTradeNo, amount, currency, account, phone, reserve1 = '', reserve2 = '' } = order;
  if (typeof outTradeNo !== 'string' || !/^[\w-]{1,64}$/.test(outTradeNo)) fail('outTradeNo must be letters, digits, "_" and "-", at most 64');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) fail('currency must be ISO 4217');
  if (!minorUnits(amount, currency)) fail('amount must be decimal text above zero');
  for (const name of TEXTS) {
    const value = order[name];
    if (value !== undefined && (typeof value !== 'string' || !/^[^\p{C}&]{0,128}$/u.test(value))) fail(`${name} must be text of at most 128 characters without &`);
  }
  if (!order.payType || !order.userName) fail('payType and userName are required');
  if (currency !== 'PKR') return;
  if (!/^03\d{9}$/.test(phone) || phone !== account) fail('phone must be 11 digits from 03, and the account, for PKR');
  if (!/^\d{13}$/.test(reserve1)) fail('reserve1 must be the identity card number (CNIC), 13 digits, for PKR');
  if (!/^PK[\dA-Z]{22}$/.test(reserve2)) fail('reserve2 must be the IBAN, which begins with PK, for PKR');
  if (!order.email) fail('email is required for PKR');
}
