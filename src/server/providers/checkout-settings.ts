import { checkSecret, type Notification } from '../notification.ts';
import { checkBaseUrl, type Fetch } from './ask.ts';
import { checkResponses, type CheckoutResponses } from './checkout-responses.ts';

/** The addresses that all merchants share; newer accounts have their own, see {@link checkoutBaseUrl}. */
export const CHECKOUT_PRODUCTION_URL = 'https://api.checkout.com';
export const CHECKOUT_SANDBOX_URL = 'https://api.sandbox.checkout.com';

/** Where Octopus shows the code that its app scans: in production, and in test. */
export const OCTOPUS_LANDING_ORIGINS: readonly string[] = ['https://web.online.octopus.com.hk', 'https://web-test.online.octopus.com.hk'];

/**
 * A merchant's own address: `https://{prefix}.api.checkout.com`, or `https://{prefix}.api.sandbox.checkout.com`, where the prefix is the
 * first eight characters of the client id without `cli_`. Throws a TypeError for what is no client id.
 */
export function checkoutBaseUrl(clientId: string, where: 'production' | 'sandbox'): string {
  const [, prefix] = /^(?:cli_)?([a-z0-9]{8})/.exec(clientId) ?? [];
  if (!prefix || !['production', 'sandbox'].includes(where)) throw new TypeError('checkoutBaseUrl: give a client id such as cli_vkuhvk4v…, and production or sandbox');
  return `https://${prefix}.${new URL(where === 'sandbox' ? CHECKOUT_SANDBOX_URL : CHECKOUT_PRODUCTION_URL).host}`;
}

/** How long an address that a shopper comes back to may be. */
export const LONGEST_PAGE = 1024;

/** Settings of Octopus through Checkout.com. */
export interface CheckoutOctopusSettings {
  /** Such as `sk_…`: the Bearer value. It stays on the server. */
  readonly secretKey: string;
  /** The signature key of the webhook, at least 16 bytes; several while one takes the place of another. */
  readonly webhookKey: Notification['secret'];
  /** The authorization header key of the webhook, where one is set: then the header has to be right besides the signature. */
  readonly authorizationKey?: Notification['secret'] | undefined;
  /** Such as {@link CHECKOUT_SANDBOX_URL}, or what {@link checkoutBaseUrl} gives; plain http only for this machine. */
  readonly baseUrl: string;
  /** Where Octopus sends the shopper after the payment; the front page of `publicUrl` when left out. Who comes there need not have paid. */
  readonly successUrl?: string | undefined;
  /** The same where it was not paid. */
  readonly failureUrl?: string | undefined;
  /**
   * The origins that a page's own `returnUrl` may have, such as `https://shop.example`: it takes the place of both addresses. One of
   * another origin is not sent. Those of `publicUrl`, `successUrl` and `failureUrl` when left out.
   */
  readonly returnOrigins?: readonly string[] | undefined;
  /** The origins that a landing page may have; {@link OCTOPUS_LANDING_ORIGINS} when left out. */
  readonly landingOrigins?: readonly string[] | undefined;
  /** `pc_…`, for an account with several channels; not sent when left out. */
  readonly processingChannelId?: string | undefined;
  /** How long the code is shown as payable, in seconds: the documents do not say how long it is. 900 when left out. */
  readonly expiresInSeconds?: number | undefined;
  /** Response codes of declined payments that mean something else than `failed`: the numbers for Octopus are not published. */
  readonly responses?: CheckoutResponses | undefined;
  /** How Checkout.com is reached; the global `fetch` when left out. */
  readonly fetch?: Fetch | undefined;
}

/** Settings that have been read. */
export interface KnownCheckout extends CheckoutOctopusSettings {
  /** `baseUrl` without a slash at its end. */
  readonly url: string;
  readonly landingOrigins: readonly string[];
  readonly expiresInSeconds: number;
  readonly responses: CheckoutResponses;
}

/** Reads the settings; throws a TypeError that names the one that cannot work, and never a key's value. */
export function readCheckoutSettings(settings: CheckoutOctopusSettings, who: string): KnownCheckout {
  const { baseUrl, secretKey, webhookKey, authorizationKey, processingChannelId, expiresInSeconds = 900, responses = {} } = settings;
  const { landingOrigins = OCTOPUS_LANDING_ORIGINS, returnOrigins } = settings;
  const fail = (what: string): never => {
    throw new TypeError(`${who}: ${what}`);
  };
  checkBaseUrl(baseUrl, who);
  if (typeof secretKey !== 'string' || !/^[\x21-\x7e]+$/.test(secretKey)) fail('secretKey is missing or blank');
  checkSecret(webhookKey, 'hmac-sha256', `${who}: webhookKey`);
  if (authorizationKey !== undefined) checkSecret(authorizationKey, 'equals', `${who}: authorizationKey`);
  for (const name of ['successUrl', 'failureUrl'] as const) {
    const url = settings[name];
    if (url !== undefined && !isPage(url)) fail(`${name} must be an https address`);
  }
  for (const [name, origins] of Object.entries({ landingOrigins, returnOrigins: returnOrigins ?? landingOrigins })) {
    if (!Array.isArray(origins) || !origins.every((origin) => isPage(origin) && !origin.includes('*') && new URL(origin).origin === origin)) {
      fail(`${name} must be a list of origins, such as https://shop.example`);
    }
  }
  if (processingChannelId !== undefined && !/^pc_\w{1,64}$/.test(processingChannelId)) fail('processingChannelId must be such as pc_…');
  if (!(expiresInSeconds >= 1 && expiresInSeconds <= 2_592_000)) fail('expiresInSeconds must be between 1 second and 30 days');
  checkResponses(responses, who);
  return { ...settings, url: baseUrl.replace(/\/+$/, ''), landingOrigins, expiresInSeconds, responses };
}

/** Whether a shopper can be sent there: https, or http on this machine. */
function isPage(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > LONGEST_PAGE || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return !username && !password && (protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)));
}
