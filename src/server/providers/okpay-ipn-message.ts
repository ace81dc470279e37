import { minorOf, written } from '../../formats/okpay-fields.ts';
import { okpayAmount, type OkpayItem, type OkpayPayment } from '../../formats/okpay-payment.ts';
import type { LinkItem } from '../link.ts';
import type { Notice, ServerStatus } from '../provider.ts';
import { Rejection } from '../rejection.ts';
import { ipnDigest } from './okpay-ipn-form.ts';
import type { KnownIpn } from './okpay-ipn-settings.ts';

/** A verified message. */
export interface IpnMessage {
  /** One for a transaction in a status, for a reason. */
  readonly key: string;
  readonly digest: string;
  /** Of what it tells: of the transaction itself, for a reversal of the one that is reversed. */
  readonly txnId: string;
  readonly invoice: string;
  /** Whether it is of a kind that pays an order; any other is kept and changes nothing. */
  readonly counts: boolean;
  readonly notice: Notice;
}

/** What becomes of a payment, by OKPAY's word. */
const WORDS: Readonly<Record<NonNullable<OkpayPayment['status']>, ServerStatus>> = {
  completed: 'paid',
  pending: 'processing',
  hold: 'processing',
  failed: 'failed',
  error: 'failed',
  canceled: 'canceled',
  reversed: 'refunded',
};

/** The kinds of a link, a button and a form of several items; a message may name none. */
const KINDS: readonly string[] = ['', 'payment_link', 'shopping_cart'];

/** A transaction as an attempt of ours: never the same text as an invoice that we have given. */
export const attemptOf = (txnId: string): string => `txn-${txnId}`;

/** Reads what a verified message says; throws a Rejection `bad-body` where it names no transaction. */
export function readMessage(payment: OkpayPayment, body: Uint8Array, known: KnownIpn): IpnMessage {
  const { status, txnId, txnParentId, txnStatus, txnFee, txnCurrency, invoice } = payment;
  const word = status && WORDS[status];
  const isReversal = word === 'refunded';
  if (![txnId, isReversal ? txnParentId || txnId : txnId].every((id) => /^[\w-]{1,40}$/.test(id))) throw new Rejection('bad-body');
  const named = (payment.txnKind || payment.kind).trim().toLowerCase();
  const counts = KINDS.includes(named);
  const kind = named && (wordOf(named) ?? 'unknown');
  const about = isReversal ? txnParentId || txnId : txnId;
  const reason = wordOf(isReversal ? payment.txnReversalReason : status === 'pending' ? payment.txnPendingReason : '');
  const gross = plain(isReversal ? payment.gross?.replace('-', '') : payment.gross);
  const fee = plain(okpayAmount(txnFee));
  // A buyer may write any invoice, also one that reads like another transaction.
  const isName = invoice.startsWith(attemptOf(''));
  return {
    key: JSON.stringify([word ? 'event' : 'unknown', txnId, txnStatus.toLowerCase().slice(0, 64), reason ?? '']),
    digest: ipnDigest(body),
    txnId: about,
    invoice,
    counts,
    notice: {
      attempt: isReversal || !counts || !invoice || isName ? attemptOf(about) : invoice,
      status: counts ? word : undefined,
      ...(gross !== undefined && { amount: gross }),
      ...(gross !== undefined && fee !== undefined && { net: less(gross, fee) }),
      currency: txnCurrency.trim().toUpperCase(),
      ...(reason !== undefined && { reason }),
      payeeIsOurs: isOurs(payment, known),
      ...(!isReversal && {
        link: { txnId, kind, invoice, ...(gross !== undefined && { gross }), ...(fee !== undefined && { fee }), items: payment.items.map(itemOf) },
      }),
    },
  };
}

/** Whether the money went to us: whichever of e-mail address and wallet is named has to be ours, and one has to be. */
function isOurs({ receiver, receiverEmail, receiverWallet }: OkpayPayment, { emails, wallets }: KnownIpn): boolean {
  const names: [text: string, ours: readonly string[]][] = [[receiverEmail.trim().toLowerCase(), emails], [receiverWallet.trim().toUpperCase(), wallets]];
  // `ok_receiver` is what the form has said, in either way: it counts where nothing says where the money went.
  if (!receiverEmail && !receiverWallet) names.push([receiver.trim().toLowerCase(), emails], [receiver.trim(), wallets]);
  const named = names.filter(([text, ours]) => text && ours.length);
  const isOne = ([text, ours]: (typeof names)[number]) => ours.includes(text);
  return receiverEmail || receiverWallet ? named.length > 0 && named.every(isOne) : named.some(isOne);
}

/** OKPAY writes two decimals in every currency, yen too: zeros say nothing. */
const plain = (amount: string | undefined): string | undefined => amount?.replace(/\.00$/, '');

/** Decimal text of the gross less the fee; undefined where that is less than nothing. */
function less(gross: string, fee: string): string | undefined {
  const [all, taken] = [minorOf(gross), minorOf(fee)];
  return all === undefined || taken === undefined || all < taken ? undefined : plain(written(all - taken));
}

const wordOf = (text: string): string | undefined => /^[a-z_]{1,40}$/.exec(text.trim().toLowerCase())?.[0];

/** The simulator writes `amount` for `price`. */
const itemOf = ({ name, article, quantity, price, amount }: OkpayItem): Required<LinkItem> => ({
  name,
  article,
  quantity: quantity || '1',
  price: plain(okpayAmount(price || amount)) ?? '',
});
