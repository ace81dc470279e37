import { createHash } from 'node:crypto';

/**
 * The security token of OKPAY's SOAP API ("Creating a security token"): the SHA-256 of `ApiPassword:YYYYMMDD:HH` in upper-case hex,
 * by the hour in GMT. It is good for that hour alone.
 *
 * @param password - The API's, as set in the wallet's integration settings, byte for byte. Throws a TypeError when it is empty.
 * @param date - Throws a TypeError for no date. Near the turn of an hour take OKPAY's own clock (`Get_Date_Time`).
 */
export function okpaySecurityToken(password: string, date: Date): string {
  if (typeof password !== 'string' || password === '') throw new TypeError('okpaySecurityToken: the password is missing');
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) throw new TypeError('okpaySecurityToken: date must be a date');
  const [day = '', time = ''] = date.toISOString().split('T');
  const text = `${password}:${day.replaceAll('-', '')}:${time.slice(0, 2)}`;
  return createHash('sha256').update(text).digest('hex').toUpperCase();
}
