import { valueAt } from '../body.ts';

/** What a payment that was declined has come to. */
export type Declined = 'failed' | 'canceled' | 'expired';

/** Response codes of Checkout.com and our words for them. */
export type CheckoutResponses = Readonly<Record<string, Declined>>;

const WORDS: readonly Declined[] = ['failed', 'canceled', 'expired'];

/**
 * The descriptions of Octopus' response codes that mean something else than `failed`, in the document's words: "Customer cancellation",
 * "Declined Payment - Transaction has expired". The others ("Refer to card issuer", "Over daily limit", "Internal error") are failures,
 * and so is what nobody knows.
 */
const DESCRIPTIONS: readonly (readonly [description: RegExp, word: Declined])[] = [
  [/\bcustomer cancel/i, 'canceled'],
  [/\bexpired\W*$/i, 'expired'],
];

/** What `response_code` and `response_summary` of an event or action say of a declined payment; the merchant's own table comes first. */
export function declinedAs(said: unknown, responses: CheckoutResponses): Declined {
  const code = valueAt(said, 'response_code');
  const own = typeof code === 'string' || typeof code === 'number' ? String(code) : '';
  if (Object.hasOwn(responses, own)) return responses[own]!;
  const summary = valueAt(said, 'response_summary');
  const text = typeof summary === 'string' ? summary.slice(0, 256) : '';
  return DESCRIPTIONS.find(([description]) => description.test(text))?.[1] ?? 'failed';
}

/** Throws a TypeError unless each code stands for one of the three words. */
export function checkResponses(responses: CheckoutResponses, who: string): void {
  const isTable = typeof responses === 'object' && responses !== null;
  if (!isTable || !Object.values(responses).every((word) => WORDS.includes(word))) {
    throw new TypeError(`${who}: responses must map response codes to ${WORDS.join(', ')}`);
  }
}
