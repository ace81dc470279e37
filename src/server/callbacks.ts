import { json, plain } from './answers.ts';
import { readBody } from './body.ts';
import { keepChange, tellChange } from './change.ts';
import type { Context } from './context.ts';
import { sha256 } from './ids.ts';
import { askedOf, codeOf } from './query.ts';
import { hearsAt, type Callback, type Notice, type Provider } from './provider.ts';
import { afterNotice, noticeFor } from './record.ts';
import { Rejection } from './rejection.ts';
import type { PaymentRecord, StoreTransaction } from './store.ts';

/** A callback as one provider of its route has verified and read it. */
interface Reading {
  readonly provider: Provider;
  readonly notice: Notice;
}

/** What became of a genuine callback. */
type Outcome =
  | { readonly type: 'duplicate' | 'conflict' | 'unmatched'; readonly reading: Reading }
  | { readonly type: 'matched'; readonly reading: Reading; readonly before: PaymentRecord; readonly after: PaymentRecord };

/**
 * The provider's event id, else the digest, each under its own word: an id is whatever the provider likes, a digest too. An
 * event whose word is unknown is kept apart, so that it counts when it is sent again and the word is known. Ids of one account
 * take no place from another's.
 */
function eventKey({ eventId, status, signers }: Notice, digest: string): string {
  const by = signers ? `${JSON.stringify(signers.map(({ account }) => account))}:` : '';
  return `${status ? 'event' : 'unknown'}:${by}${eventId === undefined ? `digest:${digest}` : `id:${eventId}`}`;
}

/**
 * `POST /callbacks/:route`: raw bytes, verify, then parse; event, change and outbox in one transaction; 200 only after its
 * commit. A repetition answers 200 and changes nothing; one event id with two bodies is a Rejection `conflict`, a payment of
 * another account or provider of the route than it is signed for a Rejection `bad-signature`.
 */
export async function receiveCallback(context: Context, route: string, request: Request): Promise<Response> {
  const providers = context.providers.filter((provider) => hearsAt(provider, route));
  const body = await readBody(request, providers[0]?.takes);
  const readings = readAll(providers, { headers: request.headers, body });
  for (const [at, reading] of readings.entries()) readings[at] = await confirmed(context, reading);
  const now = context.now().getTime();
  const digest = sha256(body);

  const outcome = await context.store.transaction<Outcome>(async (tx) => {
    const found = await match(tx, readings, providers);
    const keep = ({ provider, notice }: Reading) =>
      tx.keep({ provider: provider.name, key: eventKey(notice, digest), digest, receivedAt: now, paymentId: found?.before.paymentId, notice });
    // Where no payment is known yet, any provider of the route that has verified it may turn out to be the one.
    const kept = found ? [found.reading] : readings;
    const reading = kept[0]!;
    const earlier = [];
    for (const one of kept) earlier.push(await keep(one));
    if (earlier.some((event) => event && event.digest !== digest)) return { type: 'conflict', reading };
    if (earlier.every((event) => event)) return { type: 'duplicate', reading };
    if (!found) return { type: 'unmatched', reading };
    const after = afterNotice(found.before, found.notice);
    await keepChange(tx, found.before, after, now);
    return { type: 'matched', ...found, after };
  });

  const { provider, notice } = outcome.reading;
  const about = { provider: provider.name, attempt: notice.attempt };
  const paymentId = outcome.type === 'matched' ? outcome.after.paymentId : undefined;
  context.observe({ type: 'callback-verified', ...about });
  context.observe({ type: `callback-${outcome.type}`, ...about, paymentId });
  if (outcome.type === 'conflict') throw new Rejection('conflict');
  if (outcome.type !== 'duplicate' && !notice.status) {
    context.observe(notice.refund ? { type: `refund-${notice.refund}`, ...about, paymentId } : { type: 'status-unknown', ...about });
  }
  if (outcome.type === 'matched') tellChange(context, outcome.before, outcome.after);
  const { received } = outcome.reading.provider;
  return received === undefined ? json(200, { received: true }) : plain(200, received);
}

/** What each provider of the route reads that has verified it; throws a Rejection when none has. */
function readAll(providers: readonly Provider[], callback: Callback): Reading[] {
  const readings: Reading[] = [];
  let rejection = new Rejection('bad-signature');
  // Every provider is asked, whatever the one before said, so that time tells nothing.
  for (const provider of providers) {
    try {
      readings.push({ provider, notice: provider.read!(callback) });
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      if (error.code !== 'bad-signature') rejection = error;
    }
  }
  if (!readings.length) throw rejection;
  return readings;
}

/**
 * What a provider that wants to be asked again says itself of a payment that a callback tells of. Throws a Rejection `busy` where it
 * does not say the same, or nothing at all: the callback comes again.
 */
async function confirmed({ store, now, observe }: Context, { provider, notice }: Reading): Promise<Reading> {
  if (!provider.confirms || !notice.status) return { provider, notice };
  const { attempt } = notice;
  const record = await store.find('attempt', attempt);
  const asked = record?.provider === provider.name ? askedOf(record, now()) : undefined;
  if (!provider.confirms(notice, asked)) return { provider, notice };
  // A stranger's is kept as it is: it belongs to no payment of ours, and none of ours is asked for before it is kept.
  if (!record || !asked) return { provider, notice: { ...notice, status: undefined } };
  try {
    const said = await provider.query?.(asked);
    if (said?.status === notice.status) {
      // The event's id stays the callback's. Money is what the query says, also where it says none; the payee has to be ours to both.
      const { amount, currency, payeeIsOurs } = said;
      return { provider, notice: { ...notice, ...said, amount, currency, payeeIsOurs: payeeIsOurs && notice.payeeIsOurs } };
    }
    observe({ type: 'callback-unconfirmed', provider: provider.name, attempt, paymentId: record.paymentId });
  } catch (error) {
    observe({ type: 'query-failed', provider: provider.name, attempt, paymentId: record.paymentId, code: codeOf(error) });
  }
  throw new Rejection('busy');
}

/** A payment, the reading that is of it, and what that says of it. */
interface Match {
  readonly reading: Reading;
  readonly before: PaymentRecord;
  readonly notice: Notice;
}

/** The payment that one of the readings is of; throws a Rejection `bad-signature` where it is not signed for that payment. */
async function match(tx: StoreTransaction, readings: readonly Reading[], providers: readonly Provider[]): Promise<Match | undefined> {
  let isOfAnother = false;
  for (const reading of readings) {
    const before = await tx.find('attempt', reading.notice.attempt);
    if (before?.provider === reading.provider.name) {
      const notice = noticeFor(before, reading.notice);
      if (!notice) throw new Rejection('bad-signature');
      return { reading, before, notice };
    }
    isOfAnother ||= providers.some(({ name }) => name === before?.provider);
  }
  if (isOfAnother) throw new Rejection('bad-signature');
  return undefined;
}
