import { createHash } from 'node:crypto';

/**
 * The security token of OKPAY's SOAP API ("Creating a security token"): the SHA-256 of `ApiPassword:YYYYMMDD:HH` in upper-case hex,
 * by the hour in GMT. It is good for that hour alone.
 *
 * @param apiPassword - As set in the wallet's integration settings, byte for byte. Throws a TypeError when it is empty.
 * @param now - Throws a TypeError for no date. Near the turn of an hour take OKPAY's own clock (`Get_Date_Time`).
 */
export function okpaySoapToken(apiPassword: string, now: Date): string {
  if (typeof apiPassword !== 'string' || apiPassword === '') throw new TypeError('okpaySoapToken: the API password is missing');
  if (!(now instanceof Date) || Number.isNaN(now.getTime())) throw new TypeError('okpaySoapToken: now must be a date');
  const [day = '', time = ''] = now.toISOString().split('T');
  const text = `${apiPassword}:${day.replaceAll('-', '')}:${time.slice(0, 2)}`;
  return createHash('sha256').update(text).digest('hex').toUpperCase();
}
