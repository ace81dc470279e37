import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Rejection } from './rejection.ts';

/** How a provider shows that a callback is its own. */
export interface Notification {
  /** The name of the header. */
  readonly header: string;
  /** `equals`: the header is the secret. `hmac-sha256`: the header is the HMAC of the raw body under the secret, hex. */
  readonly scheme: 'equals' | 'hmac-sha256';
  /** At least 16 bytes. Several while one takes the place of another. */
  readonly secret: string | readonly string[];
}

const SCHEMES: readonly string[] = ['equals', 'hmac-sha256'];
const SECRET_BYTES = 16;

/** The secrets of a notification, the newest first. */
export const secretsOf = ({ secret }: Pick<Notification, 'secret'>): readonly string[] => (typeof secret === 'string' ? [secret] : secret);

/** Throws a TypeError that names the option, never its value, unless callbacks can be verified this way. */
export function checkNotification(notification: Notification, who: string): void {
  checkScheme(notification, who);
  checkSecret(notification.secret, notification.scheme, `${who}: notification.secret`);
}

/** Throws a TypeError unless header and scheme say how a callback is verified. */
export function checkScheme(notification: Omit<Notification, 'secret'>, who: string): void {
  const fail = (what: string): never => {
    throw new TypeError(`${who}: notification.${what}`);
  };
  if (typeof notification !== 'object' || notification === null) fail('header, scheme and secret are required');
  if (typeof notification.header !== 'string' || !/^[\w!#$%&'*+.^`|~-]+$/.test(notification.header)) {
    fail('header must be the name of a header');
  }
  if (!SCHEMES.includes(notification.scheme)) fail(`scheme must be one of ${SCHEMES.join(', ')}`);
}

/** Throws a TypeError that begins with `what` unless it is a secret, or several, that this scheme can work with. */
export function checkSecret(secret: Notification['secret'], scheme: Notification['scheme'], what: string): void {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (!Array.isArray(secrets) || !secrets.length) throw new TypeError(`${what} is required`);
  for (const one of secrets as readonly unknown[]) {
    if (typeof one !== 'string' || !one.trim()) throw new TypeError(`${what} is missing or blank`);
    if (Buffer.byteLength(one) < SECRET_BYTES) throw new TypeError(`${what} must be at least ${SECRET_BYTES} bytes`);
    // Two headers of one name reach us joined by a comma, so a comma in the secret would make two headers look like one.
    if (scheme === 'equals' && !/^[\x21-\x2b\x2d-\x7e]+$/.test(one)) {
      throw new TypeError(`${what} must be visible ASCII without a comma, because it travels in a header`);
    }
  }
}

/** Throws a Rejection `bad-signature` unless the header stands there exactly once and is right. */
export function verifyNotification(notification: Notification, headers: Headers, body: Uint8Array): void {
  if (!isGenuine(notification, headers, body)) throw new Rejection('bad-signature');
}

/** Whether the header stands there exactly once and is right. */
export function isGenuine(notification: Notification, headers: Headers, body: Uint8Array): boolean {
  const given = headers.get(notification.header) ?? '';
  let genuine = false;
  // Every secret is tried, whatever the one before said, so that time tells nothing.
  for (const secret of secretsOf(notification)) {
    if (notification.scheme === 'equals') genuine = equalText(given, secret) || genuine;
    else genuine = equalText(given.toLowerCase(), createHmac('sha256', secret).update(body).digest('hex')) || genuine;
  }
  return given !== '' && genuine;
}

/** Signs a body as a provider would: the value of the header. For the sandbox and for a merchant's own tests. */
export function signNotification(notification: Notification, body: Uint8Array): string {
  const secret = secretsOf(notification)[0] ?? '';
  return notification.scheme === 'equals' ? secret : createHmac('sha256', secret).update(body).digest('hex');
}

/** In constant time, whatever the lengths. */
export function equalText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Whether two secrets are one and the same. */
export const sameSecret = equalText;
