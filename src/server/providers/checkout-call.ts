import { safeUrl } from '../../formats/safe-url.ts';
import { minorUnits } from '../money.ts';
import type { Asked, Charge, Offer, Return } from '../provider.ts';
import { ask, ProviderError, tell, type Caller } from './ask.ts';
import { LONGEST_PAGE, type KnownCheckout } from './checkout-settings.ts';

/** The header under which a request counts once, however often it is sent; Checkout.com remembers it for 24 hours. */
const IDEMPOTENCY = 'Cko-Idempotency-Key';

const callerOf = ({ secretKey, fetch }: KnownCheckout, key?: string): Caller => ({
  accessToken: secretKey,
  headers: key === undefined ? undefined : { [IDEMPOTENCY]: key },
  fetch,
});

/** `POST /payments`: what the shopper is shown. Throws a ProviderError. */
export async function createAtCheckout(known: KnownCheckout, charge: Charge): Promise<Offer> {
  const { attempt, amount, currency, now } = charge;
  const body = {
    amount: Number(minorUnits(amount, currency)),
    currency,
    source: { type: 'octopus' },
    reference: attempt,
    processing_channel_id: known.processingChannelId,
    ...comesBackTo(known, charge),
  };
  const send = () => ask(callerOf(known, attempt), 'POST', `${known.url}/payments`, body);
  const answer = await send().catch((error: unknown) => {
    // Whether it has arrived is not known; under its key it is the same payment, and nobody has waited long.
    if ((error as ProviderError).code === 'network') return send();
    throw error;
  });
  const { id, processing } = answer;
  if (typeof id !== 'string' || !/^pay_\w{1,64}$/.test(id)) throw new ProviderError('bad-answer');
  // `_links.self` is left where it is: it opens with the secret key alone.
  const octopus = addressesOf(processing, known);
  return { octopus, providerId: id, expiresAt: new Date(now.getTime() + known.expiresInSeconds * 1000) };
}

/** The page's own address where its origin may be sent, else the settings'. */
function comesBackTo({ successUrl, failureUrl, returnOrigins }: KnownCheckout, { callbackUrl, returnUrl }: Charge): object {
  const front = new URL('/', callbackUrl).href;
  const own = { success_url: successUrl ?? front, failure_url: failureUrl ?? front };
  const origins = returnOrigins ?? [front, ...Object.values(own)].map((url) => new URL(url).origin);
  if (returnUrl === undefined || !URL.canParse(returnUrl)) return own;
  const { origin, href, username, password } = new URL(returnUrl);
  return origins.includes(origin) && href.length <= LONGEST_PAGE && !username && !password ? { success_url: href, failure_url: href } : own;
}

/** The three ways into the Octopus app; throws a ProviderError for an address that nobody may be sent to. */
function addressesOf(processing: unknown, { landingOrigins, baseUrl }: KnownCheckout): NonNullable<Offer['octopus']> {
  const { token, octopus_uri: octopusUri, landing_url: landingUrl } = Object(processing) as Record<string, unknown>;
  for (const text of [token, octopusUri, landingUrl]) {
    if (typeof text !== 'string' || !/^[\x21-\x7e]{1,2048}$/.test(text)) throw new ProviderError('bad-answer');
  }
  const told = { token, octopusUri, landingUrl } as NonNullable<Offer['octopus']>;
  try {
    safeUrl(told.octopusUri, { base: 'https://octopus.invalid', schemes: ['octopus:'], origins: [] });
    if (new URL(told.octopusUri).protocol !== 'octopus:' || !/^https?:\/\//.test(told.landingUrl)) throw new ProviderError('bad-address');
    safeUrl(told.landingUrl, { base: baseUrl, schemes: [], origins: landingOrigins });
  } catch {
    throw new ProviderError('bad-address');
  }
  return told;
}

/** `GET /payments/{id}`; undefined where it is not known there. Throws a ProviderError. */
export async function detailsAtCheckout(known: KnownCheckout, { providerId }: Asked): Promise<Record<string, unknown> | undefined> {
  if (providerId === undefined) return undefined;
  try {
    return await ask(callerOf(known), 'GET', `${known.url}/payments/${providerId}`);
  } catch (error) {
    if ((error as ProviderError).code === 'http-404') return undefined;
    throw error;
  }
}

/** `POST /payments/{id}/refunds`. Throws a ProviderError. */
export async function refundAtCheckout(known: KnownCheckout, { providerId, attempt, back, currency, key }: Return): Promise<void> {
  if (providerId === undefined) throw new ProviderError('unknown-payment', true);
  // A refund has a reference of its own, which its webhook names instead of the payment's.
  const body = { amount: Number(minorUnits(back, currency)), reference: attempt };
  await tell(callerOf(known, key), 'POST', `${known.url}/payments/${providerId}/refunds`, body);
}
