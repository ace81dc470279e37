import { EventEmitter, once } from 'node:events';
import { written } from '../src/formats/okpay-fields.ts';
import { createOkpaySandbox, SandboxError } from '../src/sandbox.ts';
import { createHandler, readForm, switchRoutes, type Switches } from '../src/sandbox/answer.ts';
import { readOkpayOrder } from '../src/sandbox/okpay-checkout.ts';
import { okpayIpn, type Provider } from '../src/server.ts';
import { secret } from './secret.ts';
import type { Side } from './providers.ts';

/** How many forms are remembered. */
const MOST_FORMS = 200;
/** How long a form may be on its way from the other tab, in milliseconds. */
const ON_ITS_WAY = 5000;

/** What a form asks to be paid. */
interface Reading {
  readonly shop: string;
  /** Decimal text; empty where the buyer chooses. */
  readonly amount: string;
  readonly currency: string;
  readonly invoice: string;
}

/** Whoever pays at OKPAY; every function takes the invoice of a form that has come to the checkout page, and throws a SandboxError. */
interface Buyer {
  /** A form that is on its way is waited for. */
  read(code: string): Promise<Reading>;
  pay(code: string, amount?: string): void;
  fail(code: string): void;
  cancel(code: string): void;
  keepWaiting(code: string): void;
  refund(code: string): void;
  /** Sends the last message once more. */
  callBackAgain(code: string): Promise<void>;
  /** Has the simulator send a message that says that this was paid. */
  test(code: string): Promise<void>;
}

const SWITCHES: Switches<Buyer> = {
  read: (buyer, code) => buyer.read(code),
  pay: (buyer, code, amount) => buyer.pay(code, amount),
  fail: (buyer, code) => buyer.fail(code),
  cancel: (buyer, code) => buyer.cancel(code),
  'keep-waiting': (buyer, code) => buyer.keepWaiting(code),
  refund: (buyer, code) => buyer.refund(code),
  'call-back-again': (buyer, code) => buyer.callBackAgain(code),
  test: (buyer, code) => buyer.test(code),
};

/** OKPAY.com with its checkout page, and whoever pays there without looking at it, below `/okpay-checkout/buyer`. */
export function openOkpayLink(url: string): Side & { readonly provider: Provider } {
  const baseUrl = `${url}/okpay-checkout`;
  const wallet = { id: 'OK702746927', email: 'merchant@example.com', accountId: '702746927', name: 'Example Posters', ipnUrl: `${url}/callbacks/okpay-ipn`, password: secret() };
  const okpay = createOkpaySandbox({ baseUrl, wallets: [wallet], origins: [url.replace('127.0.0.1', 'localhost')] });
  /** The variables of each form by its invoice, as it has come to the checkout page. */
  const forms = new Map<string, Readonly<Record<string, string>>>();

  /** Says `form` and the invoice of each form that arrives. */
  const arrivals = new EventEmitter();

  const formOf = (code: string): Readonly<Record<string, string>> => {
    const form = forms.get(code);
    if (!form) throw new SandboxError('unknown-code');
    return form;
  };
  const paidWith = (code: string) => okpay.ledger.transactions.findLast(({ texts, parentId }) => texts['invoice'] === code && !parentId);
  const open = (code: string) => {
    if (paidWith(code)) throw new SandboxError('not-payable');
    return formOf(code);
  };

  const buyer: Buyer = {
    async read(code) {
      if (!forms.has(code)) await once(arrivals, `form ${code}`, { signal: AbortSignal.timeout(ON_ITS_WAY) }).catch(() => {});
      const { total, fee, currency } = readOkpayOrder(Object.entries(formOf(code)), okpay.ledger, () => true);
      return { shop: wallet.name, amount: total === undefined ? '' : written(total + fee), currency, invoice: code };
    },
    pay(code, amount) {
      const waiting = paidWith(code);
      if (waiting?.status === 'pending') return void okpay.complete(waiting.id);
      const form = open(code);
      const others = Object.entries(form).filter(([name]) => !amount || !/^ok_item_(?!1_name)/.test(name));
      okpay.pay({ ...Object.fromEntries(others), ...(amount && { ok_item_1_price: amount }) });
    },
    fail: (code) => void okpay.pay(open(code), 'failed'),
    cancel: (code) => void okpay.cancel(open(code)),
    keepWaiting: (code) => void okpay.pay(open(code), 'pending'),
    refund(code) {
      const paid = paidWith(code);
      if (!paid) throw new SandboxError('not-paid');
      okpay.refund(paid.id);
    },
    async callBackAgain(code) {
      const [last] = okpay.history({ txnId: paidWith(code)?.id ?? '-' });
      if (!last) throw new SandboxError('not-paid');
      await okpay.resend([last.id]);
    },
    async test(code) {
      const { amount, currency } = await buyer.read(code);
      await okpay.simulate('payment_link', wallet.ipnUrl, { ok_invoice: code, ok_txn_currency: currency, ok_txn_gross: amount });
    },
  };

  const played = createHandler(baseUrl, switchRoutes('/buyer', buyer, SWITCHES));

  return {
    provider: okpayIpn({ ...okpay.settings, resultUrl: `${url}/demo/okpay-result.html` }),
    settled: okpay.settled,
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/okpay-checkout/buyer/')) return played(request);
      if (request.method === 'POST' && pathname === '/okpay-checkout/process.html') {
        const form = Object.fromEntries(await readForm(request.clone()).catch(() => new URLSearchParams()));
        if (form['ok_invoice']) forms.set(form['ok_invoice'], form);
        arrivals.emit(`form ${form['ok_invoice']}`);
        for (const oldest of forms.keys()) if (forms.size > MOST_FORMS) forms.delete(oldest);
      }
      return okpay.handle(request);
    },
  };
}
