import type { OkpayPayment } from '../../formats/okpay-payment.ts';
import { checkCallbackAddress, keepsSecrets, type Fetch } from './ask.ts';

/** Where OKPAY verified its messages ("Implementing an IPN Listener"); the service may no longer be there. */
export const OKPAY_VERIFY_URL = 'https://www.okpay.com/ipn-verify.html';

/** Settings of OKPAY's payment links. At least one of `receiverEmail` and `wallets` says which money is yours. */
export interface OkpayIpnSettings {
  /**
   * Where messages are verified, such as {@link OKPAY_VERIFY_URL}: https, or http on this machine. Left out, no message is taken and no
   * payment made: whoever answers there decides what counts as paid, and OKPAY.com may no longer be there.
   */
  readonly verifyUrl?: string | undefined;
  /** The e-mail addresses of your account: `ok_receiver_email` has to be one of them. */
  readonly receiverEmail?: string | readonly string[] | undefined;
  /** Your wallets, such as `OK702746927`: `ok_receiver_wallet` has to be one of them. */
  readonly wallets?: readonly string[] | undefined;
  /** How long a payment of a page with `create-url` waits for the buyer, in seconds; a day when left out. Paid after it is `late`. */
  readonly expiresInSeconds?: number | undefined;
  /**
   * The page that `/return/okpay` leads a buyer on to, one for all or by what OKPAY says has happened; without it there is no such
   * address. It gets `invoice` where that is of a payment of ours, and nothing else of what OKPAY says.
   */
  readonly resultUrl?: string | { readonly success: string; readonly fail: string } | undefined;
  /**
   * Hears each verified message whole, of every kind and with the payer's data, before it counts: the companion itself keeps nothing of
   * the payer. Called at least once for a message (`txnId` with `txnStatus`); what it throws has OKPAY send it again.
   */
  readonly onMessage?: ((payment: OkpayPayment) => unknown) | undefined;
  /** How the verifier is reached; the global `fetch` when left out. */
  readonly fetch?: Fetch | undefined;
}

/** Settings that have been read. */
export interface KnownIpn extends OkpayIpnSettings {
  /** In small letters. */
  readonly emails: readonly string[];
  readonly wallets: readonly string[];
  readonly expiresInSeconds: number;
  readonly pages: { readonly success: string; readonly fail: string } | undefined;
}

/** Reads the settings; throws a TypeError that names the one that cannot work. */
export function readIpnSettings(settings: OkpayIpnSettings): KnownIpn {
  const { verifyUrl, receiverEmail = [], wallets = [], expiresInSeconds = 86_400, resultUrl, onMessage } = settings;
  const fail = (what: string): never => {
    throw new TypeError(`okpayIpn: ${what}`);
  };
  if (verifyUrl !== undefined) checkCallbackAddress(verifyUrl, 'okpayIpn: verifyUrl');
  const emails = [receiverEmail].flat() as unknown[];
  if (!emails.every((email) => /^[^\s@]+@[^\s@]+$/.test(String(email)))) fail('receiverEmail must be an e-mail address, or several');
  if (!Array.isArray(wallets) || !wallets.every((wallet) => /^OK\d{9}$/.test(String(wallet)))) fail('wallets must be such as OK702746927');
  if (!emails.length && !wallets.length) fail('receiverEmail or wallets is required: which account is yours');
  if (!(expiresInSeconds >= 1 && expiresInSeconds <= 31_536_000)) fail('expiresInSeconds must be between 1 second and a year');
  const pages = typeof resultUrl === 'string' ? { success: resultUrl, fail: resultUrl } : resultUrl;
  if (pages && ![pages.success, pages.fail].every(keepsSecrets)) fail('resultUrl must be an https address without user');
  if (onMessage !== undefined && typeof onMessage !== 'function') fail('onMessage must be a function');
  return { ...settings, emails: emails.map((email) => String(email).toLowerCase()), wallets: [...wallets], expiresInSeconds, pages };
}
