import { devices, type BrowserContextOptions } from 'playwright';
import { createCheckoutSandbox, createOkpayCollectSandbox, type CheckoutSandbox, type OkpayCollectSandbox } from '../../src/sandbox.ts';
import { checkoutOctopus, createPayments, okpayCollect, type MerchantPayment, type Payments } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { BuiltSite } from './built-site.ts';

const phone = (name: string): BrowserContextOptions => {
  const { userAgent, isMobile, hasTouch } = devices[name]!;
  return { userAgent, isMobile, hasTouch, viewport: { width: 390, height: 844 } };
};

/** What a shopper pays with. */
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const ANDROID = phone('Pixel 7');
export const IPHONE = phone('iPhone 14');

/** No app is there, so the page stays; what would have opened is noted. */
const SCRIPT = `
  globalThis.opened = [];
  addEventListener('payment-open', (event) => {
    if (/^https?:/.test(event.url)) return;
    event.preventDefault();
    opened.push(event.url);
  });
`;
const HEAD = '<meta name="viewport" content="width=device-width"><script src="/open.js"></script><script type="module" src="/cdn/paytags.js"></script>';

/** The pay types of the countries that want to know something of the payer. */
const ABROAD = { IDR: ['OVO'], VND: ['MOMO', 'BANK_QR'], PKR: ['EASYPAISA'] };

/** A shop on the built files with its companion, and behind it Checkout.com and OKPAY Collect and Pay, both simulated. */
export interface PayingShop {
  readonly site: BuiltSite;
  readonly payments: Payments;
  readonly checkout: CheckoutSandbox;
  readonly okpay: OkpayCollectSandbox;
  /** What OKPAY was asked, as its parameters. */
  readonly asked: readonly Readonly<Record<string, string>>[];
  /** What the merchant was told: of payments that are paid, and of those to look at. */
  readonly paid: readonly MerchantPayment[];
  readonly reviews: readonly MerchantPayment[];
  /** The address of a page with this in its body. */
  page(body: string): string;
  /** Everything that a provider has to tell has arrived, and the merchant knows. */
  settled(): Promise<void>;
  /** So much later. */
  later(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function openPayingShop(): Promise<PayingShop> {
  const mounted: { path: string; handle: (request: Request) => Promise<Response> }[] = [];
  const site = await BuiltSite.open((path, request) => {
    if (path === '/open.js') return new Response(SCRIPT, { headers: { 'content-type': 'text/javascript' } });
    if (path === '/thanks') return new Response('<!doctype html><title>A shop</title><h1>Welcome back.</h1>', { headers: { 'content-type': 'text/html' } });
    return mounted.find((each) => path.startsWith(each.path))?.handle(request);
  });
  const clock = { ahead: 0 };
  const now = () => new Date(Date.now() + clock.ahead);
  const paid: MerchantPayment[] = [];
  const reviews: MerchantPayment[] = [];
  const thanks = `${site.origin}/thanks`;
  const fetch = (request: Request) => payments.handle(request);
  const checkout = createCheckoutSandbox({
    ...{ baseUrl: `${site.origin}/checkout`, secretKey: 'sk_sbox_of_the_shop', webhookKey: 'signature-key-of-the-webhook' },
    ...{ callbackUrl: `${site.origin}/callbacks/checkout`, shop: 'Example Tea', now, fetch, wait: async () => {} },
  });
  const okpay = createOkpayCollectSandbox({ baseUrl: `${site.origin}/okpay`, mchId: '1000001', key: 'k3y-TEST-0123456789abcdef', returnUrl: thanks, now, fetch, wait: async () => {} });
  const asked: Record<string, string>[] = [];
  /** As the platform's own, the simulated sandbox is open for one currency; in the others there is no UPI address. */
  const collect = async (request: Request): Promise<Response> => {
    const params = Object.fromEntries(new URLSearchParams(await request.clone().text()));
    asked.push(params);
    if (!Object.hasOwn(ABROAD, params['currency'] ?? '')) return okpay.handle(request);
    return Response.json({ code: 0, msg: '', data: { url: `${site.origin}/okpay/pay/${params['out_trade_no']}`, payUpi: null, transaction_Id: 'TX1' } });
  };
  const payments = createPayments({
    store: sqliteStore(':memory:'),
    providers: [
      checkoutOctopus({ ...checkout.settings, successUrl: thanks, failureUrl: thanks }),
      okpayCollect({ ...okpay.settings, payTypes: { ...okpay.settings.payTypes, ...ABROAD }, banks: { VND: ['VCB', 'ACB'] }, fetch: collect }),
    ],
    publicUrl: `${site.origin}/payments`,
    order: ({ amount = '', currency, reference }) => ({ amount, currency, reference }),
    onPaid: (payment) => void paid.push(payment),
    onReview: (payment) => void reviews.push(payment),
    warn: () => {},
    now,
  });
  mounted.push(
    { path: '/checkout/', handle: checkout.handle },
    { path: '/okpay/', handle: okpay.handle },
    { path: '/payments', handle: payments.handle },
    { path: '/callbacks/', handle: payments.handle },
  );
  return {
    ...{ site, payments, checkout, okpay, asked, paid, reviews },
    page: (body) => site.page({ body, head: HEAD, css: 'html { background: #fff }' }),
    async settled() {
      await checkout.settled();
      await okpay.settled();
      await payments.deliver();
    },
    async later(milliseconds) {
      clock.ahead += milliseconds;
      await payments.deliver();
    },
    async close() {
      await payments.close();
      await site.close();
    },
  };
}
