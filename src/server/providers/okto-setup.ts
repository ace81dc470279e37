import { checkSecret } from '../notification.ts';
import { checkBaseUrl, checkVisible, checkCallbackAddress, tell, type Fetch } from './ask.ts';
import { callerOf } from './okto-call.ts';

/** OKTO's test and production, as PaymentIQ's document gives them. */
export const OKTO_TEST_URL = 'https://sit.oktopay.eu:9443';
export const OKTO_PRODUCTION_URL = 'https://api.oktopay.eu';

/** Where OKTO is told to send its callbacks. */
export interface OktoWebhook {
  /** {@link OKTO_TEST_URL} as `'test'`, {@link OKTO_PRODUCTION_URL} as `'production'`, or an address. */
  readonly baseUrl: 'test' | 'production' | (string & {});
  /** The Bearer value: the account's secretKey. */
  readonly secretKey: string;
  /** Such as `https://shop.example/callbacks/okto`. */
  readonly url: string;
  /** The account's notificationSecret, at least 16 bytes. */
  readonly apiKey: string;
  readonly fetch?: Fetch;
}

/**
 * The set-up call of the provider's document, once for each account: `POST /api/integration/webhook`. Throws a TypeError for
 * what cannot work, a ProviderError when OKTO does not accept it.
 */
export async function registerOktoWebhook({ baseUrl, secretKey, url, apiKey, fetch }: OktoWebhook): Promise<void> {
  const who = 'registerOktoWebhook';
  const base = baseUrl === 'test' ? OKTO_TEST_URL : baseUrl === 'production' ? OKTO_PRODUCTION_URL : baseUrl;
  checkBaseUrl(base, who);
  checkVisible(secretKey, `${who}: secretKey`);
  checkCallbackAddress(url, `${who}: url`);
  // One: several, as an account may have, would be sent with a comma between them.
  checkSecret([apiKey], 'hmac-sha256', `${who}: apiKey`);
  const form = new URLSearchParams({ url, apiKey });
  await tell(callerOf({ secretKey }, fetch), 'POST', `${base.replace(/\/+$/, '')}/api/integration/webhook`, form);
}
