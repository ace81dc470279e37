import { readOkpayPayment, type OkpayPayment } from './okpay-payment.ts';

/** What a result page is told, and its own address without that. */
export interface OkpayReturn {
  /** Nobody vouches for it: whoever types the address can say the same. Ask the server before anything is called paid or failed. */
  readonly payment: OkpayPayment;
  /** The page's address without OKPAY's variables, for `history.replaceState`: they name the payer. */
  readonly address: string;
}

/** What a success page has to say ("Return URL requirements"): that it is paid and complete, and that the details come by e-mail. */
export const OKPAY_THANKS =
  'Thank you for your payment. Your transaction has been completed and a receipt for your purchase has been emailed to you. You can log in to your account at www.okpay.com to view the details of this transaction.';

/**
 * Reads the variables with which OKPAY leads back to a page ("Auto Return URLs"); undefined for an address that has none. What the page has
 * put into its address itself stays as it is, letter for letter. Never throws for an address that a browser is at.
 *
 * @param location - `window.location`, or any other whole address as `{ href }`.
 */
export function parseAutoReturn({ href }: { readonly href: string }): OkpayReturn | undefined {
  const url = new URL(href);
  const params = [...url.searchParams];
  if (!params.some(isOkpays)) return undefined;
  url.search = url.search.slice(1).split('&').filter((pair) => ![...new URLSearchParams(pair)].some(isOkpays)).join('&');
  return { payment: readOkpayPayment(params), address: url.href };
}

const isOkpays = ([name]: readonly [name: string, value: string]): boolean => name.startsWith('ok_');
