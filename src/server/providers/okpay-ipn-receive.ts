import { OKPAY_CURRENCIES } from '../../formats/okpay-variables.ts';
import { formatAmount } from '../../formats/money.ts';
import type { OkpayPayment } from '../../formats/okpay-payment.ts';
import { json } from '../answers.ts';
import { readBody } from '../body.ts';
import { tellChange } from '../change.ts';
import type { Terms } from '../context.ts';
import { sha256 } from '../ids.ts';
import { minorUnits } from '../money.ts';
import type { Surroundings } from '../provider.ts';
import { codeOf } from '../query.ts';
import { Refusal } from '../refusal.ts';
import { Rejection } from '../rejection.ts';
import { book, look, OKPAY_IPN, type Booking } from './okpay-ipn-book.ts';
import { parseIpn } from './okpay-ipn-form.ts';
import { attemptOf, readMessage, type IpnMessage } from './okpay-ipn-message.ts';
import type { KnownIpn } from './okpay-ipn-settings.ts';
import { askVerifier, type Verdict } from './okpay-ipn-verify.ts';

const provider = OKPAY_IPN;
const RECEIVED = { received: true };

/**
 * `POST /callbacks/okpay-ipn`: posted back, and only what the verifier calls `VERIFIED` counts; 200 after the commit, also for what changes
 * nothing. Throws a Rejection: `bad-body`, `conflict`, or `busy`, after which OKPAY sends the message again.
 */
export async function receiveIpn(known: KnownIpn, request: Request, around: Surroundings): Promise<Response> {
  const { store, now, observe } = around;
  if (known.verifyUrl === undefined) throw new Rejection('busy');
  const body = await readBody(request, 'form');
  const payment = parseIpn(body);
  const verdict = await verdictOf(known, known.verifyUrl, { body, around });
  if (verdict === 'INVALID') {
    const message = { provider, digest: sha256(body), body: Buffer.from(body).toString(), receivedAt: now().getTime() };
    await store.transaction((tx) => tx.setAside(message));
    observe({ type: 'callback-invalid', provider });
    return json(200, RECEIVED);
  }
  if (verdict === 'TEST' || payment.isTest) {
    // Nothing of it is kept: a real transaction may have the same number.
    observe({ type: 'callback-test', provider });
    return json(200, RECEIVED);
  }
  const message = readMessage(payment, body, known);
  observe({ type: 'callback-verified', provider, attempt: attemptOf(message.txnId) });

  const seen = await store.transaction((tx) => look(tx, message));
  if (seen.type !== 'new') return answer(seen, message, around);
  if (!seen.earlier) await hand(known, payment, around);
  const { status } = message.notice;
  const asks = !seen.record && status !== undefined && status !== 'refunded';
  const said = asks ? await askOrder(payment, request, around) : undefined;
  const terms = said === 'failed' ? undefined : said;
  const booking = await store.transaction((tx) => book(tx, message, { terms, now: now().getTime(), ids: around.ids }));
  const response = answer(booking, message, around);
  // The message is kept, and comes again to be asked about.
  if (said === 'failed' && booking.type !== 'matched') throw new Rejection('busy');
  return response;
}

async function verdictOf({ fetch }: KnownIpn, url: string, { body, around }: { readonly body: Uint8Array; readonly around: Surroundings }): Promise<Verdict> {
  try {
    return await askVerifier({ url, fetch }, body);
  } catch (error) {
    around.observe({ type: 'callback-unconfirmed', provider, code: codeOf(error) });
    throw new Rejection('busy');
  }
}

/** Gives the whole message to the shop; an error of the shop's may name the payer, so nothing of it goes on. */
async function hand({ onMessage }: KnownIpn, payment: OkpayPayment, { observe }: Surroundings): Promise<void> {
  try {
    await onMessage?.(payment);
  } catch {
    observe({ type: 'handler-failed', provider });
    throw new Rejection('busy');
  }
}

/** What the shop says of a message that belongs to no payment: its terms, none, or that it could not say. */
async function askOrder(payment: OkpayPayment, request: Request, { order, warn }: Surroundings): Promise<Terms | 'failed' | undefined> {
  const { invoice, items, receiver, receiverEmail, receiverWallet, txnId, txnCurrency } = payment;
  const currency = txnCurrency.trim().toUpperCase();
  try {
    const said = await order({ source: 'ipn', method: 'okpayLink', currency, invoice, items, receiver, receiverEmail, receiverWallet, txnId }, request);
    if (!said) return undefined;
    const minor = OKPAY_CURRENCIES.includes(said.currency) ? minorUnits(said.amount, said.currency) : undefined;
    if (minor) return { ...said, amount: formatAmount(minor, said.currency) };
    warn('paytags: order() gave a message of OKPAY no amount above zero in a currency that it has');
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    warn(`paytags: order() threw what is no Refusal (${(error as Error | null)?.name})`);
    return 'failed';
  }
  return undefined;
}

/** Tells what became of a message, and answers it; throws a Rejection `conflict`. */
function answer(booking: Booking, { notice, counts, txnId }: IpnMessage, around: Surroundings): Response {
  const { observe } = around;
  if (booking.type !== 'matched') {
    const type = booking.type === 'unmatched' && !counts ? 'other' : booking.type;
    // An invoice that we have not given may be any text.
    const unknown = { provider, attempt: attemptOf(txnId) };
    observe({ type: `callback-${type}`, ...unknown });
    if (booking.type === 'conflict') throw new Rejection('conflict');
    if (booking.type === 'unmatched' && counts && !notice.status) observe({ type: 'status-unknown', ...unknown });
    return json(200, RECEIVED);
  }
  const { before, after, isNew } = booking;
  const about = { provider, paymentId: after.paymentId, attempt: after.attempt };
  if (isNew) observe({ type: 'payment-created', ...about, status: before.status });
  observe({ type: 'callback-matched', ...about, ...(notice.reason !== undefined && { code: notice.reason }) });
  if (!notice.status) observe({ type: 'status-unknown', ...about });
  const paidBy = before.status === 'paid' ? before.link?.said?.txnId : undefined;
  if (notice.status === 'paid' && paidBy !== undefined && paidBy !== notice.link?.txnId) observe({ type: 'paid-again', ...about });
  tellChange(around, before, after);
  return json(200, RECEIVED);
}
