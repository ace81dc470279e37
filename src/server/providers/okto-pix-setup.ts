import { ask, checkBaseUrl, type Fetch } from './ask.ts';

/** Where OKTO.PIX is told to send its callbacks. */
export interface OktoPixCallbacks {
  /** Such as `https://demo-pix.oktopay.eu:9443`. */
  readonly baseUrl: string;
  /** The Bearer value: the apiKey that OKTO.PIX provides. */
  readonly accessToken: string;
  /** Such as `https://shop.example/callbacks/okto-pix`. */
  readonly depositUrl: string;
  readonly withdrawUrl: string;
  /** At least 16 bytes, and another than the access token, as the provider's document asks. */
  readonly notificationToken: string;
  readonly fetch?: Fetch;
}

/**
 * The set-up call of the provider's document: `PUT /operator`. Both addresses are set at once. Throws a TypeError for what
 * cannot work, a ProviderError when OKTO.PIX does not accept it.
 */
export async function registerOktoPixCallbacks(callbacks: OktoPixCallbacks): Promise<void> {
  const { baseUrl, depositUrl, withdrawUrl, notificationToken } = callbacks;
  checkBaseUrl(baseUrl, 'registerOktoPixCallbacks');
  if (Buffer.byteLength(notificationToken.trim()) < 16) {
    throw new TypeError('registerOktoPixCallbacks: notificationToken must be at least 16 bytes');
  }
  if (notificationToken === callbacks.accessToken) {
    throw new TypeError('registerOktoPixCallbacks: notificationToken must not be the access token');
  }
  await ask(callbacks, 'PUT', `${baseUrl.replace(/\/+$/, '')}/operator`, { depositUrl, withdrawUrl, notificationToken });
}
