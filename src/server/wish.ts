import { draft as draftSchema, type Draft } from '../formats/contract.ts';
import { cpfDigits, isCpf } from '../formats/cpf.ts';
import { formatAmount } from '../formats/money.ts';
import { parseObject, readBody } from './body.ts';
import type { Context, Terms } from './context.ts';
import { fingerprint } from './ids.ts';
import { minorUnits } from './money.ts';
import type { Charge, Provider } from './provider.ts';
import { Refusal } from './refusal.ts';
import { Rejection } from './rejection.ts';
import { textsFor, type Texts } from './texts.ts';

/** A create request that has been read and found in order. */
export interface Wish {
  readonly key: string;
  readonly print: string;
  readonly draft: Draft;
  /** A CPF as 11 digits. */
  readonly payer: Charge['payer'];
  readonly provider: Provider;
  readonly request: Request;
  readonly texts: Texts;
}

/** The same with what the shop's server says of it now. */
export interface Priced extends Wish {
  readonly terms: Terms;
}

/** Reads a create request. Throws a Refusal for what the shopper is told, a Rejection for what is no create request. */
export async function readWish(context: Context, request: Request): Promise<Wish> {
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
  const cpf = cpfDigits(draft.payer?.cpf ?? '');
  const payer = { ...draft.payer, ...(cpf && { cpf }) };
  return { key, print: fingerprint(key, JSON.stringify(draft)), draft, payer, provider, request, texts };
}

/** The server's own price, in the currency's own decimals. */
export async function priced(context: Context, wish: Wish): Promise<Priced> {
  const { draft, provider, request, texts } = wish;
  let terms: Terms | undefined;
  try {
    terms = await context.order(draft, request);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    context.warn(`paytags: order() threw what is no Refusal (${(error as Error | null)?.name})`);
    throw new Refusal('refused', texts.refused);
  }
  if (!terms) throw new Refusal('refused', texts.refused);
  const { amount, currency, reference, country, customer, link } = terms;
  if (!provider.currencies.includes(currency)) throw invalid(texts, ['currency']);
  const minor = minorUnits(amount, currency);
  if (!minor) throw new Refusal('invalid-field', texts.checkFields, [{ field: 'amount', message: texts.amount }]);
  return {
    ...wish,
    terms: {
      amount: formatAmount(minor, currency),
      currency,
      ...(reference !== undefined && { reference }),
      ...(country !== undefined && { country }),
      // Where another provider asks for an amount, that has to be paid.
      ...(link !== undefined && provider.method === 'okpayLink' && { link }),
      // Whoever has no id, or an empty one, is nobody: else all of them would be one customer.
      ...(typeof customer === 'string' && customer.trim() && { customer }),
    },
  };
}

/** A refusal that names the fields at fault. */
export function invalid(texts: Texts, fields: readonly string[]): Refusal {
  const { amount, cpf, method, country } = texts;
  const message = (field: string) => ({ amount, cpf, method, country })[field] ?? texts.field;
  return new Refusal('invalid-field', texts.checkFields, [...new Set(fields)].map((field) => ({ field, message: message(field) })));
}
