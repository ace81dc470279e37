import { formatAmount } from '../formats/money.ts';
import { qrCode } from '../formats/qr-code.ts';
import type { Route } from './answer.ts';
import { SandboxError } from './charge.ts';
import type { CheckoutPayment, CheckoutStatus } from './checkout-payment.ts';
import type { OctopusApp } from './octopus-app.ts';
import { escaped, sendOn, webPage } from './web-page.ts';

/** What Octopus' landing page shows on a desktop. */
export interface LandingReading {
  /** Who is paid. */
  readonly shop: string;
  /** Decimal text in major units. */
  readonly amount: string;
  readonly currency: string;
  /** The text of the QR code that the app scans. */
  readonly code: string;
  /** Checkout.com's word. */
  readonly state: CheckoutStatus;
  /** Where it sends the shopper, once the payment is over. */
  readonly next?: string;
}

/** The landing page, for a test: what somebody sees who opens its address. Throws a SandboxError `unknown-code`. */
export type OctopusLanding = (landingUrl: string) => LandingReading;

/** Where the landing page stands, below the sandbox. */
export const LANDING_PATH = '/oos/payment/';

const WAITS: readonly CheckoutStatus[] = ['Pending', 'Authorized'];
const PAID: readonly CheckoutStatus[] = ['Captured', 'Partially Refunded', 'Refunded'];

/** The buttons of the page, by what the app does. */
const BUTTONS = { approve: 'Approve in the app', cancel: 'Cancel in the app', decline: 'Decline', expire: 'Let the time pass' } as const;

/** A landing page that knows payments by their tokens. */
export function createLanding(shop: string, find: (token: string) => CheckoutPayment | undefined): OctopusLanding {
  return (landingUrl) => {
    const payment = find((URL.canParse(landingUrl) && new URL(landingUrl).searchParams.get('token')) || '');
    if (!payment) throw new SandboxError('unknown-code');
    const { amount, currency, octopusUri: code, status: state, successUrl, failureUrl } = payment;
    const next = WAITS.includes(state) ? {} : { next: PAID.includes(state) ? successUrl : failureUrl };
    return { shop, amount: formatAmount(BigInt(amount), currency), currency, code, state, ...next };
  };
}

/** The page itself, with buttons that do what the app would: who presses one is sent on. */
export function landingRoutes(landing: OctopusLanding, app: OctopusApp): Route[] {
  return [
    ['GET', LANDING_PATH, async ({ url }) => page(landing(url), url)],
    [
      'POST',
      LANDING_PATH,
      async ({ url }) => {
        const { searchParams } = new URL(url);
        const act = searchParams.get('act') ?? '';
        if (!Object.hasOwn(BUTTONS, act)) throw new SandboxError('bad-request');
        app[act as keyof typeof BUTTONS](searchParams.get('token') ?? '');
        return sendOn(landing(url).next ?? url);
      },
    ],
  ];
}

function page({ shop, amount, currency, code, state, next }: LandingReading, url: string): Response {
  if (next) return sendOn(next);
  return webPage({
    who: 'Octopus',
    said: `${shop}: ${currency} ${amount} (${state})`,
    more: `${picture(code)}<p><a href="${escaped(code)}">Open the Octopus app</a></p>`,
    query: { token: new URL(url).searchParams.get('token') ?? '' },
    buttons: BUTTONS,
  });
}

/** The QR code with its quiet zone, four units to a module. */
function picture(text: string): string {
  const { size, modules } = qrCode(text);
  const path = Array.from(modules, (dark, at) => (dark ? `M${(at % size) + 4} ${Math.floor(at / size) + 4}h1v1h-1z` : '')).join('');
  const side = size + 8;
  return `<svg width="${side * 4}" height="${side * 4}" viewBox="0 0 ${side} ${side}" role="img" aria-label="Code for the Octopus app"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
}
