import { json } from './answers.ts';
import { readBody } from './body.ts';
import { keepChange, tellChange } from './change.ts';
import type { Context } from './context.ts';
import { sha256 } from './ids.ts';
import type { Notice, Provider } from './provider.ts';
import { afterNotice } from './record.ts';
import { Rejection } from './rejection.ts';
import type { PaymentRecord } from './store.ts';

/** What became of a genuine callback. */
type Outcome =
  | { readonly type: 'duplicate' | 'conflict' | 'unmatched' }
  | { readonly type: 'matched'; readonly before: PaymentRecord; readonly after: PaymentRecord };

/**
 * The provider's event id, else the digest, each under its own word: an id is whatever the provider likes, a digest too. An
 * event whose word is unknown is kept apart, so that it counts when it is sent again and the word is known.
 */
const eventKey = ({ eventId, status }: Notice, digest: string): string =>
  `${status ? 'event' : 'unknown'}:${eventId === undefined ? `digest:${digest}` : `id:${eventId}`}`;

/**
 * `POST /callbacks/:provider`: raw bytes, verify, then parse; event, change and outbox in one transaction; 200 only after its
 * commit. A repetition answers 200 and changes nothing; one event id with two bodies is a Rejection `conflict`.
 */
export async function receiveCallback(context: Context, provider: Provider, request: Request): Promise<Response> {
  const body = await readBody(request);
  const notice = provider.read({ headers: request.headers, body });
  const about = { provider: provider.name, attempt: notice.attempt };
  context.observe({ type: 'callback-verified', ...about });

  const now = context.now().getTime();
  const digest = sha256(body);
  const outcome = await context.store.transaction<Outcome>(async (tx) => {
    const found = await tx.find('attempt', notice.attempt);
    const before = found?.provider === provider.name ? found : undefined;
    const earlier = await tx.keep({
      provider: provider.name,
      key: eventKey(notice, digest),
      digest,
      receivedAt: now,
      paymentId: before?.paymentId,
      notice,
    });
    if (earlier) return { type: earlier.digest === digest ? 'duplicate' : 'conflict' };
    if (!before) return { type: 'unmatched' };
    const after = afterNotice(before, notice);
    await keepChange(tx, before, after, now);
    return { type: 'matched', before, after };
  });

  const paymentId = outcome.type === 'matched' ? outcome.after.paymentId : undefined;
  context.observe({ type: `callback-${outcome.type}`, ...about, paymentId });
  if (outcome.type === 'conflict') throw new Rejection('conflict');
  if (outcome.type !== 'duplicate' && !notice.status) context.observe({ type: 'status-unknown', ...about });
  if (outcome.type === 'matched') tellChange(context, outcome.before, outcome.after);
  return json(200, { received: true });
}
