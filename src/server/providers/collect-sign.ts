import { createHash } from 'node:crypto';
import { sameSecret } from '../notification.ts';
import { Rejection } from '../rejection.ts';

/** The parameters of one request or callback, each as the text that travels; numbers stay text, so that `100.00` is not `100`. */
export type CollectParams = Readonly<Record<string, string>>;

/** No text of theirs is longer, decoded. */
const LONGEST = 256;

/** What the documented callbacks and the complaint request are made of, besides `sign`; the document spells `mchId` in two ways. */
const KNOWN: readonly string[] = [
  'mchId',
  'mchld',
  'out_trade_no',
  'currency',
  'money',
  'attach',
  'pay_money',
  'merchant_ratio',
  'real_money',
  'status',
  'rnd',
];

/**
 * The `sign` of OKPAY Collect and Pay ("signature algorithm"): what is null or empty and `sign` itself left out, the rest by the
 * ASCII order of the names as `name=value` with the raw values, joined by `&`, then `&key=` and the secret; MD5 over UTF-8 in
 * lower-case hex.
 *
 * @param params - Text by name. Throws a TypeError for what is no text, and where nothing is left to sign.
 * @param key - The merchant's private key; throws a TypeError when it is blank.
 */
export function signCollect(params: Readonly<Record<string, string | null | undefined>>, key: string): string {
  if (typeof key !== 'string' || !key.trim()) throw new TypeError('signCollect: the key is missing or blank');
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(params)) {
    if (name === 'sign' || value === null || value === undefined || value === '') continue;
    // A number would be signed as it prints, not as it is sent: 100.00 as 100.
    if (typeof value !== 'string') throw new TypeError(`signCollect: ${name} is a ${typeof value}; give the text that is sent`);
    pairs.push([name, value]);
  }
  if (!pairs.length) throw new TypeError('signCollect: there is nothing to sign');
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('md5').update(`${pairs.map((pair) => pair.join('=')).join('&')}&key=${key}`).digest('hex');
}

/**
 * Verifies a callback or a complaint request of OKPAY Collect and Pay and gives its parameters without `sign`; `mchld`, as the
 * document spells it in places, is given as `mchId`. The signing does not tell where one parameter ends, so that a payer's `attach` could
 * be cut into others: a parameter that the document does not know, and a `&` in any value, is refused even if it is signed. So send
 * no `attach` with one. Still ask `/v1/query/Collect` before a payment counts.
 *
 * @param rawBody - The form as it arrived, undecoded.
 * @param key - The merchant's private key, or several while one takes the place of another.
 * @param more - Names of parameters to take besides, where the provider has said that it sends them.
 * Throws a Rejection: `bad-signature`, or `bad-body` for what is no form in UTF-8, for a name that occurs twice or is not
 * known, and for a value over 256 characters, with control characters or with a `&`.
 */
export function verifyCollect(rawBody: Uint8Array | string, key: string | readonly string[], more: readonly string[] = []): CollectParams {
  const params = readForm(rawBody);
  const keys = [key].flat();
  if (!keys.length || keys.some((one) => typeof one !== 'string' || !one.trim())) throw new TypeError('verifyCollect: the key is missing or blank');
  const { sign: given = '', ...signed } = params;
  let genuine = false;
  // Every key is tried, whatever the one before said, so that time tells nothing.
  if (Object.values(signed).some((value) => value !== '')) {
    for (const one of keys) genuine = sameSecret(signCollect(signed, one), given) || genuine;
  }
  if (!genuine) throw new Rejection('bad-signature');
  if (Object.keys(signed).some((name) => !KNOWN.includes(name) && !more.includes(name))) throw new Rejection('bad-body');
  const { mchld, ...known } = signed;
  if (mchld === undefined) return known;
  if (known['mchId'] !== undefined && known['mchId'] !== mchld) throw new Rejection('bad-body');
  return { ...known, mchId: mchld };
}

/** The parameters of a form, each name once; throws a Rejection `bad-body`. */
function readForm(rawBody: Uint8Array | string): Record<string, string> {
  const params: Record<string, string> = Object.create(null) as Record<string, string>;
  try {
    const text = typeof rawBody === 'string' ? rawBody : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody);
    for (const pair of text.split('&')) {
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)].map((part) => decodeURIComponent(part.replaceAll('+', ' '))) as [string, string];
      if (at < 1 || !/^\w{1,64}$/.test(name) || name in params) throw new Rejection('bad-body');
      // Half a surrogate pair or a control character has no place in an order, and MD5 collisions need such bytes; without a `&` what is
      // signed can be cut in one way alone.
      if (value.length > LONGEST || !/^[^\p{C}&]*$/u.test(value)) throw new Rejection('bad-body');
      params[name] = value;
    }
  } catch {
    throw new Rejection('bad-body');
  }
  return params;
}
