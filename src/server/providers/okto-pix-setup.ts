import { checkSecret, sameSecret } from '../notification.ts';
import { checkBaseUrl, checkVisible, checkCallbackAddress, tell, type Fetch } from './ask.ts';

/** Where OKTO.PIX is told to send its callbacks. */
export interface OktoPixCallbacks {
  /**
   * From your contract: there is no preset, because the address that the document gives for production is a test host. For
   * tests `https://demo-pix.oktopay.eu:9443`.
   */
  readonly baseUrl: string;
  /** The Bearer value: the apiKey that OKTO.PIX provides. */
  readonly accessToken: string;
  /** Such as `https://shop.example/callbacks/okto-pix`. */
  readonly depositUrl: string;
  readonly withdrawUrl: string;
  /** At least 16 bytes. It should not be the access token, as the provider's document says: you are warned. */
  readonly notificationToken: string;
  readonly fetch?: Fetch;
  /** Where the warning about an unwise token goes; `console.warn` when left out. */
  readonly warn?: (message: string) => void;
}

/**
 * The set-up call of the provider's document: `PUT /operator`. Both addresses are set at once. Throws a TypeError for what
 * cannot work, a ProviderError when OKTO.PIX does not accept it.
 */
export async function registerOktoPixCallbacks(callbacks: OktoPixCallbacks): Promise<void> {
  const { baseUrl, accessToken, depositUrl, withdrawUrl, notificationToken, fetch, warn = (message) => console.warn(message) } = callbacks;
  const who = 'registerOktoPixCallbacks';
  checkBaseUrl(baseUrl, who);
  checkVisible(accessToken, `${who}: accessToken`);
  checkCallbackAddress(depositUrl, `${who}: depositUrl`);
  checkCallbackAddress(withdrawUrl, `${who}: withdrawUrl`);
  checkSecret([notificationToken], 'hmac-sha256', `${who}: notificationToken`);
  if (sameSecret(notificationToken, accessToken)) {
    warn(`paytags: ${who}: notificationToken is the access token; whoever reads one callback could ask in your name`);
  }
  const url = `${baseUrl.replace(/\/+$/, '')}/operator`;
  await tell({ accessToken, accept: '*/*', fetch }, 'PUT', url, { depositUrl, withdrawUrl, notificationToken });
}
