import { readOkpayPayment, type OkpayPayment } from '../../formats/okpay-payment.ts';
import { sha256 } from '../ids.ts';
import { Rejection } from '../rejection.ts';

/** What stands before the message when it is sent back to be verified. */
export const VERIFY = 'ok_verify=true&';

/**
 * What is posted back to OKPAY to have a message of its IPN verified: `ok_verify=true&` and the message as it came, so that order, spelling
 * and empty values stay. Only an answer that is exactly `VERIFIED` says that it is OKPAY's; `TEST` is for its simulator.
 *
 * @param rawBody - The form as it arrived, undecoded. Throws a Rejection `bad-body` for bytes that are not UTF-8.
 */
export const ipnVerificationBody = (rawBody: Uint8Array | string): string => VERIFY + textOf(rawBody);

/**
 * Reads a message of OKPAY's IPN, every variable typed. It says nothing of whether OKPAY has sent it.
 *
 * @param rawBody - The form as it arrived, undecoded. Throws a Rejection `bad-body` for what is no form in UTF-8, for a name that comes
 * twice, and where `ok_verify` stands in it already: that is a verification that somebody sends back.
 */
export function parseIpn(rawBody: Uint8Array | string): OkpayPayment {
  const given = new Map<string, string>();
  for (const [name, value] of pairsOf(rawBody)) {
    if (given.has(name) || name.toLowerCase() === 'ok_verify') throw new Rejection('bad-body');
    given.set(name, value);
  }
  return readOkpayPayment(given);
}

/** SHA-256 of a message whether it was resent or not, hex. */
export const ipnDigest = (rawBody: Uint8Array): string =>
  sha256(textOf(rawBody).split('&').filter((pair) => pairOf(pair)[0] !== 'ok_ipn_resend').join('&'));

const pairsOf = (rawBody: Uint8Array | string) => textOf(rawBody).split('&').filter(Boolean).map(pairOf);

/** Name and value; throws a Rejection `bad-body` for a broken percent sign and for what is not UTF-8. */
function pairOf(pair: string): readonly [name: string, value: string] {
  const [name = '', ...rest] = pair.split('=');
  try {
    return [name, rest.join('=')].map((text) => decodeURIComponent(text.replaceAll('+', ' '))) as [string, string];
  } catch {
    throw new Rejection('bad-body');
  }
}

function textOf(rawBody: Uint8Array | string): string {
  try {
    return typeof rawBody === 'string' ? rawBody : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody);
  } catch {
    throw new Rejection('bad-body');
  }
}
