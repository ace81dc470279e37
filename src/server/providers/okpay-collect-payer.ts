import type { Charge, PayerField } from '../provider.ts';

/** One field that a country wants of the payer: the name it is sent under, and what may be sent; undefined for what may not. */
interface Rule {
  readonly field: PayerField;
  readonly sentAs: string;
  readonly read: (typed: string, banks: readonly string[]) => string | undefined;
  /** The pay types that want it; left out, all do. */
  readonly payTypes?: readonly string[];
}

/** Digits as people type them: spaces, hyphens, dots and parentheses between them count for nothing. */
const digits = (typed: string): string => typed.replace(/[\s().-]/g, '');

/** A text that matches, else nothing. */
const matching = (pattern: RegExp) => (typed: string) => (pattern.test(digits(typed)) ? digits(typed) : undefined);

/** Everything in it is seen, and no `&`, which would look like the end of a parameter in what is signed. */
const line = (typed: string): string | undefined => (/^[^\p{C}&]{1,128}$/u.test(typed.trim()) ? typed.trim() : undefined);

/** The document's "notes on the reserved fields", by the currency: the platform is told no country. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  IDR: [
    { field: 'phone', sentAs: 'reserve1', read: matching(/^(?:\+?62|0)8\d{7,12}$/) },
    { field: 'name', sentAs: 'reserve2', read: line },
  ],
  VND: [
    {
      field: 'bankCode',
      sentAs: 'reserve1',
      read: (typed, banks) => (banks.includes(typed) ? typed : undefined),
      payTypes: ['BANK_QR', 'BANK_TRANSFER', 'BANK_ONLINE'],
    },
  ],
  PKR: [
    { field: 'name', sentAs: 'realname', read: line },
    { field: 'email', sentAs: 'email', read: line },
    { field: 'phone', sentAs: 'phone', read: matching(/^03\d{9}$/) },
    { field: 'cnic', sentAs: 'reserve1', read: matching(/^\d{13}$/) },
  ],
};

/** The currency in which the platform takes one request per minute of one phone number. */
const ONE_PER_MINUTE = 'PKR';

/** A payment as far as its payer matters. */
export interface Paying extends Pick<Charge, 'currency' | 'payer'> {
  readonly payType: string;
  /** The bank codes of this currency. */
  readonly banks: readonly string[];
}

/** What is sent of the payer, or the fields that must be filled in (`missing`) or otherwise (`wrong`). */
export interface PayerReading {
  readonly params: Readonly<Record<string, string>>;
  readonly missing: readonly PayerField[];
  readonly wrong: readonly PayerField[];
  /** The number of which the platform takes one request per minute. */
  readonly phone?: string | undefined;
}

/** Whether the platform wants a bank's code with this pay type. */
export const wantsBank = (currency: string, payType: string): boolean =>
  Object.hasOwn(RULES, currency) && RULES[currency]!.some(({ field, payTypes }) => field === 'bankCode' && payTypes?.includes(payType));

/** Reads what the country of this currency wants of the payer; nothing else of the payer is sent. */
export function readPayer({ currency, payType, payer, banks }: Paying): PayerReading {
  const rules = Object.hasOwn(RULES, currency) ? RULES[currency]!.filter(({ payTypes }) => payTypes?.includes(payType) ?? true) : [];
  const params: Record<string, string> = {};
  const missing: PayerField[] = [];
  const wrong: PayerField[] = [];
  for (const { field, sentAs, read } of rules) {
    const typed = payer[field] ?? '';
    const value = typed.trim() && read(typed, banks);
    if (value) params[sentAs] = value;
    else (typed.trim() ? wrong : missing).push(field);
  }
  return { params, missing, wrong, ...(currency === ONE_PER_MINUTE && { phone: params['phone'] }) };
}
