import { plain } from '../answers.ts';
import { readBody } from '../body.ts';
import { sha256 } from '../ids.ts';
import type { Payout } from '../outbox.ts';
import type { Surroundings } from '../provider.ts';
import { codeOf } from '../query.ts';
import { Rejection } from '../rejection.ts';
import type { EventRecord } from '../store.ts';
import type { CollectParams } from './collect-sign.ts';
import type { OkpayCollectClient, OkpayOrderState } from './okpay-collect-client.ts';

/** The word for payouts wherever one is kept or told. */
export const PAYOUT = 'okpay-payout';

/** "Collection and payment status code". */
const WORDS: Readonly<Record<string, Payout['status']>> = { 0: 'pending', 1: 'paid', 2: 'failed' };

/** What is kept of a payout besides what is told: that it was sent, and what the platform has said of it first. */
export type What = 'sent' | 'known' | 'unknown';

/** The key under which it is kept that this has happened to a payout. */
export const eventKeyOf = (what: What, outTradeNo: string): string => `${what}:${sha256(outTradeNo)}`;

/** That this has happened to a payout, with nothing of the payee. */
export const eventOf = (what: What, outTradeNo: string, at: Date, digest = ''): EventRecord => ({
  provider: PAYOUT,
  key: eventKeyOf(what, outTradeNo),
  digest,
  receivedAt: at.getTime(),
  notice: { attempt: outTradeNo, payeeIsOurs: true },
});

/** How payouts are heard of. */
interface Hearing {
  readonly client: OkpayCollectClient;
  /** The parameters of a callback; throws a Rejection. */
  readonly verify: (body: Uint8Array) => CollectParams;
  readonly mchId: string;
  /** The plain text that tells the platform that it has arrived. */
  readonly reply: string;
}

/**
 * `POST /callbacks/okpay-payout`: verified, then asked about; what the query says is kept, told to `onPayout`, and answered after the
 * commit. Throws a Rejection; `busy` where the query says something else or nothing: the callback comes again.
 */
export async function receivePayout({ client, verify, mchId, reply }: Hearing, request: Request, { store, now, observe, wake }: Surroundings): Promise<Response> {
  const body = await readBody(request, 'form');
  const { out_trade_no: outTradeNo, status: word, money, ...rest } = verify(body);
  // Another callback of the platform, or a complaint, is signed with the same key.
  if (!outTradeNo || !word || money === undefined || rest['rnd'] !== undefined || rest['pay_money'] !== undefined) throw new Rejection('bad-body');
  if (rest['mchId'] !== mchId) throw new Rejection('bad-signature');
  const about = { provider: PAYOUT, attempt: outTradeNo };
  observe({ type: 'callback-verified', ...about });
  let said: OkpayOrderState;
  try {
    said = await client.payoutQuery({ outTradeNo });
  } catch (error) {
    observe({ type: 'query-failed', ...about, code: codeOf(error) });
    throw new Rejection('busy');
  }
  const payout = payoutOf(outTradeNo, said);
  if (!payout || said.status !== word || (said.mchId !== undefined && said.mchId !== mchId)) {
    observe({ type: 'callback-unconfirmed', ...about });
    throw new Rejection('busy');
  }
  const heard = now();
  const at = heard.getTime();
  const digest = sha256(body);
  const isNew = await store.transaction(async (tx) => {
    await tx.keep(eventOf('known', outTradeNo, heard));
    const key = `payout:${payout.status}:${sha256(outTradeNo)}`;
    const notice = { attempt: outTradeNo, status: payout.status, amount: payout.amount, currency: payout.currency, payeeIsOurs: true };
    if (await tx.keep({ provider: PAYOUT, key, digest, receivedAt: at, notice })) return false;
    await tx.enqueue({ key: `${PAYOUT}:${outTradeNo}:${payout.status}`, topic: 'payout', payment: JSON.stringify(payout), dueAt: at, tries: 0 });
    return true;
  });
  observe({ type: isNew ? 'payout-told' : 'callback-duplicate', ...about, status: payout.status });
  if (isNew) wake();
  return plain(200, reply);
}

/** A payout as an answer says it is; undefined where the answer is of another one, or of none that can be read. */
export function payoutOf(outTradeNo: string, said: OkpayOrderState): Payout | undefined {
  const { status = '', money, currency, utr } = said;
  if (said.outTradeNo !== outTradeNo || !Object.hasOwn(WORDS, status) || money === undefined || currency === undefined) return undefined;
  return { provider: PAYOUT, outTradeNo, status: WORDS[status]!, amount: money, currency, ...(utr && { utr }) };
}
