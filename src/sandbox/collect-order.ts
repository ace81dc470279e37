import { randomBytes } from 'node:crypto';
import { formatAmount } from '../formats/money.ts';
import { minorUnits } from '../server/money.ts';

/** The platform's own words: to be paid, paid, failed. */
export type CollectWord = '0' | '1' | '2';

/** A collection or a payout as the platform keeps it. Amounts are decimal text in major units. */
export interface CollectOrder {
  readonly kind: 'collection' | 'payout';
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly currency: string;
  readonly money: string;
  readonly attach: string;
  readonly notifyUrl: string;
  /** Where the payer comes back to; empty for a payout. */
  readonly returnUrl: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  word: CollectWord;
  /** What was paid, or paid out. */
  payMoney: string;
  /** The bank's reference of a payout that was made. */
  utr: string;
  /** The last callback, byte for byte. */
  lastCallback?: string;
}

/** What a demo can show of the platform's side: numbers and codes only. */
export interface CollectEvent {
  readonly type: 'order-created' | 'order-changed' | 'callback-sent' | 'callback-given-up';
  readonly kind: CollectOrder['kind'];
  readonly outTradeNo: string;
  readonly word: CollectWord;
  /** The HTTP status that the shop answered; 0 when it could not be reached. */
  readonly status?: number;
  /** Which try of a callback, from 1. */
  readonly attempt?: number;
}

/** What the platform takes of each payment, in per cent. */
export const RATIO = '5';

/** The document: "we clean up the unpaid order data 20 days ago". */
const KEPT = 20 * 86_400_000;

/** What arrives of an amount after the platform's part. */
export const arriving = (money: string, currency: string): string => {
  const minor = minorUnits(money, currency) ?? 0n;
  return formatAmount(minor - (minor * BigInt(RATIO)) / 100n, currency);
};

/** The platform's orders. As the document says, it does not look whether a number has been used: the newest order has it. */
export interface OrderBook {
  add(order: Pick<CollectOrder, 'kind' | 'outTradeNo' | 'currency' | 'money' | 'attach' | 'notifyUrl' | 'returnUrl'>): CollectOrder;
  /** By the shop's number or the platform's; undefined where it was never there, or was cleaned up. */
  find(kind: CollectOrder['kind'], by: { readonly outTradeNo?: string | undefined; readonly transactionId?: string | undefined }): CollectOrder | undefined;
  /** How many orders have come under this number. */
  count(kind: CollectOrder['kind'], outTradeNo: string): number;
}

/** A book without orders. */
export function createOrderBook(now: () => Date): OrderBook {
  const orders: CollectOrder[] = [];
  return {
    add(asked) {
      const transactionId = `TX${randomBytes(10).toString('hex')}`;
      const order: CollectOrder = { ...asked, transactionId, createdAt: now().getTime(), word: '0', payMoney: '0.00', utr: '' };
      orders.push(order);
      return order;
    },
    find: (kind, { outTradeNo, transactionId }) =>
      orders.findLast(
        (order) =>
          order.kind === kind &&
          (outTradeNo === undefined ? order.transactionId === transactionId : order.outTradeNo === outTradeNo) &&
          (order.word !== '0' || order.createdAt + KEPT > now().getTime()),
      ),
    count: (kind, outTradeNo) => orders.filter((order) => order.kind === kind && order.outTradeNo === outTradeNo).length,
  };
}
