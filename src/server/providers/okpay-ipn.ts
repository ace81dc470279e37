import { OKPAY_CURRENCIES } from '../../formats/okpay-variables.ts';
import type { Provider } from '../provider.ts';
import { Refusal } from '../refusal.ts';
import { OKPAY_IPN } from './okpay-ipn-book.ts';
import { receiveIpn } from './okpay-ipn-receive.ts';
import { leadOn } from './okpay-ipn-return.ts';
import { readIpnSettings, type OkpayIpnSettings } from './okpay-ipn-settings.ts';

/**
 * OKPAY's payment links: hears the messages of its IPN at `/callbacks/okpay-ipn`, has each verified, and leads buyers on from
 * `/return/okpay`. OKPAY is asked for nothing when a payment is made: the page's form names it as `ok_invoice`. A form without it is
 * priced by `order`, once its message comes. Throws a TypeError for settings that cannot work.
 */
export function okpayIpn(settings: OkpayIpnSettings): Provider {
  const known = readIpnSettings(settings);
  const { verifyUrl, expiresInSeconds, pages } = known;
  return {
    name: OKPAY_IPN,
    method: 'okpayLink',
    currencies: OKPAY_CURRENCIES,
    asks: [],
    off: verifyUrl === undefined ? 'okpayIpn: verifyUrl is left out, so that no payment is taken: OKPAY.com may no longer be there to confirm one' : undefined,
    check: (_, texts) => (verifyUrl === undefined ? new Refusal('unavailable', texts.unavailable) : undefined),
    create: async ({ attempt, now }) => ({ okpayLink: { invoice: attempt }, expiresAt: new Date(now.getTime() + expiresInSeconds * 1000) }),
    routes: {
      [`callbacks/${OKPAY_IPN}`]: (request, around) => receiveIpn(known, request, around),
      ...(pages && {
        'return/okpay': (request, around) => leadOn(pages, request, around),
        'GET return/okpay': (request, around) => leadOn(pages, request, around),
      }),
    },
  };
}
