import type { Context } from './context.ts';
import { customerHash } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { ConsentRecord } from './store.ts';
import type { Priced } from './wish.ts';

/** An address is no longer than an IPv6 one with a zone. */
const LONGEST_ADDRESS = 64;

/** A consent that waits for its payment. */
export type Consent = Omit<ConsentRecord, 'paymentId'>;

/**
 * The consent to keep with a payment; undefined where the provider has no terms, or this customer has accepted them before.
 * Throws a Refusal `terms-required`.
 */
export async function consentTo(context: Context, { draft, provider, terms, texts, request }: Priced): Promise<Consent | undefined> {
  const version = provider.terms?.version;
  if (version === undefined) return undefined;
  const customer = terms.customer === undefined ? undefined : customerHash(terms.customer);
  if (draft.termsAcceptedAt !== undefined) {
    // The device's clock may be wrong by years: its time is kept as what the page said, and ours beside it is the one to go by.
    const claimedAt = Date.parse(draft.termsAcceptedAt);
    const address = await addressOf(context, request);
    return { provider: provider.name, version, ...(customer && { customer }), claimedAt, acceptedAt: context.now().getTime(), ...(address && { address }) };
  }
  if (customer && (await context.store.hasConsent({ customer, provider: provider.name, version }))) return undefined;
  throw new Refusal('terms-required', texts.termsRequired, [{ field: 'termsAcceptedAt', message: texts.termsRequired }]);
}

async function addressOf({ clientAddress, warn }: Context, request: Request): Promise<string | undefined> {
  let address: unknown;
  try {
    address = await clientAddress?.(request);
  } catch (error) {
    warn(`paytags: clientAddress() threw (${(error as Error | null)?.name})`);
    return undefined;
  }
  if (typeof address === 'string' && address.length <= LONGEST_ADDRESS) return address;
  if (address !== undefined) warn('paytags: clientAddress() gave what is no address');
  return undefined;
}
