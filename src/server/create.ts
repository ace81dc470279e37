import { json } from './answers.ts';
import { admit } from './admission.ts';
import { adoptEvents, keepChange, tellChange } from './change.ts';
import type { Context, Terms } from './context.ts';
import { newSalt, secretId, sha256 } from './ids.ts';
import { routeOf, type Offer } from './provider.ts';
import { ASKING, codeOf, queryPayment } from './query.ts';
import { ended } from './record.ts';
import { Refusal } from './refusal.ts';
import { Rejection } from './rejection.ts';
import { EXPIRY_GRACE, fullAnswer } from './status.ts';
import type { PaymentRecord } from './store.ts';
import { priced, readWish, type Priced, type Wish } from './wish.ts';

/** How long a provider must have said that it does not know a payment before it is asked for it again, in milliseconds. */
const UNKNOWN_FOR = 60_000;

/**
 * `POST /payments`: 201 with the whole payment. Throws a Refusal for what the shopper is told, a Rejection for what is no
 * create request. The same Idempotency-Key with the same body gives the same payment, also while the first is still under
 * way, as long as `order` still says the same of it.
 */
export function createCreator(context: Context): (request: Request) => Promise<Response> {
  const underWay = new Map<string, Promise<PaymentRecord>>();

  return async (request) => {
    // Priced each time, because whoever knows a key need not be the one whose order it is.
    const wish = await priced(context, await readWish(context, request));
    const { amount, currency, reference, country, customer, link } = wish.terms;
    const same = JSON.stringify([wish.key, wish.print, amount, currency, reference, country, customer, link]);
    const work = underWay.get(same) ?? start(context, wish).finally(() => underWay.delete(same));
    underWay.set(same, work);
    const record = await work;
    return json(201, fullAnswer(context, record, secretId(wish.key, record.salt)));
  };
}

async function start(context: Context, wish: Priced): Promise<PaymentRecord> {
  const { texts } = wish;
  const keyHash = sha256(wish.key);
  let record = await context.store.find('keyHash', keyHash);
  if (record && (record.fingerprint !== wish.print || !isAgreed(record, wish.terms))) {
    throw new Refusal('refused', texts.keyReused, [{ field: 'Idempotency-Key', message: texts.keyReused }]);
  }
  if (record?.shown || record?.status === 'paid') return record;
  if (record?.status === 'failed') throw new Refusal('unavailable', texts.unavailable);
  record = record ? await askAgain(context, wish, record) : await insert(context, wish, keyHash);
  return ask(context, wish, record);
}

/** Whether a payment is still for what the shop's server says of the order. */
const isAgreed = (record: PaymentRecord, { amount, currency, reference, country, link }: Terms): boolean =>
  JSON.stringify(record.link?.asked) === JSON.stringify(link) &&
  // Where the buyer chooses, what was paid has taken the amount's place.
  (record.amount === amount || (link?.isOpen === true && record.link?.said !== undefined)) &&
  record.currency === currency && record.reference === reference && (country ?? record.country) === record.country;

/** Commits the payment before the provider hears of it, so that no callback can come to a stranger. */
async function insert(context: Context, wish: Priced, keyHash: string): Promise<PaymentRecord> {
  const { draft, provider, key, texts } = wish;
  const { amount, currency, reference, link } = wish.terms;
  const { consent, ...taker } = await admit(context, wish);
  const salt = newSalt();
  const now = context.now().getTime();
  const record: PaymentRecord = {
    paymentId: context.ids.paymentId(),
    idHash: sha256(secretId(key, salt)),
    attempt: context.ids.attempt(),
    provider: provider.name,
    ...taker,
    method: draft.method,
    status: 'pending',
    version: 1,
    amount,
    currency,
    ...(reference !== undefined && { reference }),
    createdAt: now,
    askedAt: now,
    expiresAt: now + (provider.keepsFor ?? ASKING),
    late: false,
    ...(link && { link: { asked: link } }),
    keyHash,
    fingerprint: wish.print,
    salt,
  };
  const adopted = await context.store.transaction(async (tx) => {
    if (reference !== undefined && (await tx.countOpen(reference, now - EXPIRY_GRACE)) >= context.maxOpenPerReference) {
      throw new Refusal('too-many', texts.tooMany);
    }
    if (!(await tx.insert(record))) throw new Rejection('busy');
    if (consent) await tx.consent({ ...consent, paymentId: record.paymentId });
    return adoptEvents(tx, record, now);
  });
  const { paymentId, attempt } = record;
  context.observe({ type: 'payment-created', provider: provider.name, paymentId, attempt, status: 'pending' });
  tellChange(context, record, adopted);
  return adopted;
}

/** Takes over a create whose process has gone; throws a Rejection `busy` while it may still be at work. */
async function askAgain(context: Context, wish: Wish, record: PaymentRecord): Promise<PaymentRecord> {
  const { provider } = wish;
  const now = context.now().getTime();
  if (now - record.askedAt < ASKING) throw new Rejection('busy');
  if (provider.keepsFor !== undefined) record = await unknownTwice(context, wish, record);
  // What was said before it is sent again says nothing of what becomes of it then.
  const next = { ...record, unknownSince: undefined, askedAt: now, expiresAt: now + (provider.keepsFor ?? ASKING), version: record.version + 1 };
  if (!(await context.store.transaction((tx) => tx.update(next, record.version)))) throw new Rejection('busy');
  return next;
}

/** The payment once its provider has said twice, a minute apart, that it does not know it; until then it is a Refusal `unavailable`. */
async function unknownTwice(context: Context, { texts }: Wish, record: PaymentRecord): Promise<PaymentRecord> {
  const since = record.unknownSince;
  const after = await queryPayment(context, record, (current, now) =>
    current.unknownSince === undefined ? { ...current, unknownSince: now, version: current.version + 1 } : current,
  );
  if (after && since !== undefined && after.unknownSince === since && context.now().getTime() - since >= UNKNOWN_FOR) return after;
  throw new Refusal('unavailable', texts.unavailable);
}

async function ask(context: Context, { payer, provider, texts, draft }: Wish, record: PaymentRecord): Promise<PaymentRecord> {
  const { paymentId, attempt, amount, currency, reference, account, country } = record;
  let offer: Offer | undefined;
  try {
    offer = await provider.create({
      attempt,
      amount,
      currency,
      reference,
      callbackUrl: `${context.origin}${context.prefix}/callbacks/${routeOf(provider)}`,
      payer,
      now: context.now(),
      account,
      country,
      payType: draft.payType,
      returnUrl: draft.returnUrl,
    });
  } catch (error) {
    context.observe({ type: 'provider-failed', provider: provider.name, paymentId, attempt, code: codeOf(error) });
    // It may have been taken all the same: whether it was is asked before it is sent again.
    if (provider.keepsFor !== undefined && !(error as { refused?: unknown } | null)?.refused) throw new Refusal('unavailable', texts.unavailable);
  }

  const [before, after] = await context.store.transaction(async (tx) => {
    const current = await tx.find('paymentId', paymentId);
    if (!current) throw new Error('the payment is gone');
    const { expiresAt, providerId, ...shown } = offer ?? {};
    const next = expiresAt
      ? { ...current, shown, ...(providerId !== undefined && { providerId }), expiresAt: expiresAt.getTime(), version: current.version + 1 }
      : ended(current, 'failed', 'unavailable');
    await keepChange(tx, current, next, context.now().getTime());
    return [current, next] as const;
  });
  tellChange(context, before, after);
  if (after.status === 'failed' && !offer) throw new Refusal('unavailable', texts.unavailable);
  return after;
}
