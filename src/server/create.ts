import { draft as draftSchema, type Draft } from '../formats/contract.ts';
import { cpfDigits, isCpf } from '../formats/cpf.ts';
import { formatAmount } from '../formats/money.ts';
import { json } from './answers.ts';
import { parseObject, readBody } from './body.ts';
import { adoptEvents, keepChange, tellChange } from './change.ts';
import type { Context, Terms } from './context.ts';
import { fingerprint, newSalt, secretId, sha256 } from './ids.ts';
import { minorUnits } from './money.ts';
import type { Offer, Provider } from './provider.ts';
import { ended } from './record.ts';
import { Refusal } from './refusal.ts';
import { Rejection } from './rejection.ts';
import { EXPIRY_GRACE, fullAnswer } from './status.ts';
import type { PaymentRecord } from './store.ts';
import { textsFor } from './texts.ts';

/** How long another process may be asking the provider before this one asks again under the same reference, in milliseconds. */
const ASKING = 30_000;

type Texts = ReturnType<typeof textsFor>;

/** A create request that has been read and found in order. */
interface Wish {
  readonly key: string;
  readonly print: string;
  readonly draft: Draft;
  readonly provider: Provider;
  readonly request: Request;
  readonly texts: Texts;
}

/** The same with what the shop's server says of it now. */
interface Priced extends Wish {
  readonly terms: Terms;
}

/**
 * `POST /payments`: 201 with the whole payment. Throws a Refusal for what the shopper is told, a Rejection for what is no
 * create request. The same Idempotency-Key with the same body gives the same payment, also while the first is still under
 * way, as long as `order` still says the same of it.
 */
export function createCreator(context: Context): (request: Request) => Promise<Response> {
  const underWay = new Map<string, Promise<PaymentRecord>>();

  return async (request) => {
    const read = await readWish(context, request);
    // Asked each time, because whoever knows a key need not be the one whose order it is.
    const wish: Priced = { ...read, terms: await termsOf(context, read) };
    const { amount, currency, reference } = wish.terms;
    const same = JSON.stringify([wish.key, wish.print, amount, currency, reference]);
    const work = underWay.get(same) ?? start(context, wish).finally(() => underWay.delete(same));
    underWay.set(same, work);
    const record = await work;
    return json(201, fullAnswer(context, record, secretId(wish.key, record.salt)));
  };
}

async function readWish(context: Context, request: Request): Promise<Wish> {
  const key = request.headers.get('idempotency-key') ?? '';
  const body = parseObject(await readBody(request));
  if (!/^[\x21-\x7e]{16,128}$/.test(key)) throw new Rejection('bad-key');
  const texts = textsFor(request);
  const parsed = draftSchema.safeParse(body);
  if (!parsed.success) throw invalid(texts, parsed.error.issues.map(({ path }) => String(path.at(-1) ?? '')));
  const draft = parsed.data;
  const provider = context.providers.find(({ method }) => method === draft.method);
  if (!provider) throw invalid(texts, ['method']);
  const missing = provider.asks.filter((field) => !draft.payer?.[field]?.trim());
  if (missing.length) throw new Refusal('invalid-field', texts.checkFields, missing.map((field) => ({ field, message: texts.required })));
  if (draft.payer?.cpf !== undefined && !isCpf(draft.payer.cpf)) throw invalid(texts, ['cpf']);
  return { key, print: fingerprint(key, JSON.stringify(draft)), draft, provider, request, texts };
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
  record = record ? await askAgain(context, record) : await insert(context, wish, keyHash);
  return ask(context, wish, record);
}

/** Whether a payment is still for what the shop's server says of the order. */
const isAgreed = (record: PaymentRecord, { amount, currency, reference }: Terms): boolean =>
  record.amount === amount && record.currency === currency && record.reference === reference;

/** Commits the payment before the provider hears of it, so that no callback can come to a stranger. */
async function insert(context: Context, wish: Priced, keyHash: string): Promise<PaymentRecord> {
  const { draft, provider, key, terms, texts } = wish;
  const salt = newSalt();
  const now = context.now().getTime();
  const record: PaymentRecord = {
    paymentId: context.ids.paymentId(),
    idHash: sha256(secretId(key, salt)),
    attempt: context.ids.attempt(),
    provider: provider.name,
    method: draft.method,
    status: 'pending',
    version: 1,
    ...terms,
    createdAt: now,
    askedAt: now,
    expiresAt: now + ASKING,
    late: false,
    keyHash,
    fingerprint: wish.print,
    salt,
  };
  const { reference } = terms;
  const adopted = await context.store.transaction(async (tx) => {
    if (reference !== undefined && (await tx.countOpen(reference, now - EXPIRY_GRACE)) >= context.maxOpenPerReference) {
      throw new Refusal('too-many', texts.tooMany);
    }
    if (!(await tx.insert(record))) throw new Rejection('busy');
    return adoptEvents(tx, record, now);
  });
  const { paymentId, attempt } = record;
  context.observe({ type: 'payment-created', provider: provider.name, paymentId, attempt, status: 'pending' });
  tellChange(context, record, adopted);
  return adopted;
}

/** Takes over a create whose process has gone; throws a Rejection `busy` while it may still be at work. */
async function askAgain(context: Context, record: PaymentRecord): Promise<PaymentRecord> {
  const now = context.now().getTime();
  if (now - record.askedAt < ASKING) throw new Rejection('busy');
  const next = { ...record, askedAt: now, expiresAt: now + ASKING, version: record.version + 1 };
  if (!(await context.store.transaction((tx) => tx.update(next, record.version)))) throw new Rejection('busy');
  return next;
}

async function ask(context: Context, { draft, provider, texts }: Wish, record: PaymentRecord): Promise<PaymentRecord> {
  const { paymentId, attempt, amount, currency, reference } = record;
  const cpf = cpfDigits(draft.payer?.cpf ?? '');
  let offer: Offer | undefined;
  try {
    offer = await provider.create({
      attempt,
      amount,
      currency,
      reference,
      callbackUrl: `${context.origin}${context.prefix}/callbacks/${provider.name}`,
      payer: { ...draft.payer, ...(cpf && { cpf }) },
      now: context.now(),
    });
  } catch (error) {
    const code = String((error as { code?: unknown } | null)?.code ?? 'error').replace(/[^\w-]/g, '').slice(0, 40);
    context.observe({ type: 'provider-failed', provider: provider.name, paymentId, attempt, code });
  }

  const [before, after] = await context.store.transaction(async (tx) => {
    const current = await tx.find('paymentId', paymentId);
    if (!current) throw new Error('the payment is gone');
    const { expiresAt, ...shown } = offer ?? {};
    const next = expiresAt
      ? { ...current, shown, expiresAt: expiresAt.getTime(), version: current.version + 1 }
      : ended(current, 'failed', 'unavailable');
    await keepChange(tx, current, next, context.now().getTime());
    return [current, next] as const;
  });
  tellChange(context, before, after);
  if (after.status === 'failed' && !offer) throw new Refusal('unavailable', texts.unavailable);
  return after;
}

/** The server's own price, in the currency's own decimals. */
async function termsOf(context: Context, { draft, provider, request, texts }: Wish): Promise<Terms> {
  let terms: Terms;
  try {
    terms = await context.order(draft, request);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    context.warn(`paytags: order() threw what is no Refusal (${(error as Error | null)?.name})`);
    throw new Refusal('refused', texts.refused);
  }
  const { amount, currency, reference } = terms;
  if (!provider.currencies.includes(currency)) throw invalid(texts, ['currency']);
  const minor = minorUnits(amount, currency);
  if (!minor) throw new Refusal('invalid-field', texts.checkFields, [{ field: 'amount', message: texts.amount }]);
  return { amount: formatAmount(minor, currency), currency, ...(reference !== undefined && { reference }) };
}

function invalid(texts: Texts, fields: readonly string[]): Refusal {
  const message = (field: string) => ({ amount: texts.amount, cpf: texts.cpf, method: texts.method })[field] ?? texts.field;
  return new Refusal('invalid-field', texts.checkFields, [...new Set(fields)].map((field) => ({ field, message: message(field) })));
}
