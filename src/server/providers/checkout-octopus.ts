import { formatAmount } from '../../formats/money.ts';
import { minorUnits } from '../money.ts';
import { isGenuine, type Notification } from '../notification.ts';
import type { Provider } from '../provider.ts';
import { amountNotOffered } from '../refusal.ts';
import { RefundError } from '../refund.ts';
import { Rejection } from '../rejection.ts';
import { createAtCheckout, detailsAtCheckout, refundAtCheckout } from './checkout-call.ts';
import { needsDetails, noticeOfDetails, noticeOfEvent } from './checkout-notice.ts';
import { readCheckoutSettings, type CheckoutOctopusSettings } from './checkout-settings.ts';
import { CHECKOUT_SIGNATURE, verifyCheckoutWebhook } from './checkout-webhook.ts';

/** Octopus knows no smaller coin, in minor units. */
const STEP = 10n;
/** Checkout.com takes no more, in minor units. */
const MOST = 9_999_999_990n;

/**
 * Octopus through Checkout.com: on a desktop the shopper's app scans a code, on a phone it opens. Amounts are in steps of 10 cents.
 * Webhooks come to `/callbacks/checkout`. Throws a TypeError for settings that cannot work.
 */
export function checkoutOctopus(settings: CheckoutOctopusSettings): Provider {
  const known = readCheckoutSettings(settings, 'checkoutOctopus');
  const { webhookKey, authorizationKey, responses } = known;
  const keys = [webhookKey].flat() as string[];
  const authorization: Notification | undefined =
    authorizationKey === undefined ? undefined : { header: 'Authorization', scheme: 'equals', secret: authorizationKey };

  return {
    name: 'checkout-octopus',
    route: 'checkout',
    method: 'octopus',
    currencies: ['HKD'],
    asks: [],

    check({ amount, currency }, texts) {
      const asked = minorUnits(amount, currency)!;
      const below = asked - (asked % STEP);
      if (below === asked && asked <= MOST) return undefined;
      const near = asked > MOST ? [MOST] : [below, below + STEP].filter((minor) => minor > 0n);
      return amountNotOffered(texts, { offers: near.map((minor) => formatAmount(minor, currency)), currency });
    },

    create: (charge) => createAtCheckout(known, charge),

    read({ headers, body }) {
      const event = verifyCheckoutWebhook(body, headers.get(CHECKOUT_SIGNATURE), keys);
      if (authorization && !isGenuine(authorization, headers, body)) throw new Rejection('bad-signature');
      return noticeOfEvent(event, responses);
    },

    async query(asked) {
      const details = await detailsAtCheckout(known, asked);
      return details && noticeOfDetails(details, asked, responses);
    },

    confirms: needsDetails,

    async refund(back) {
      if (minorUnits(back.back, back.currency)! % STEP) throw new RefundError('bad-amount');
      await refundAtCheckout(known, back);
    },
  };
}
