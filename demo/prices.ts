import { Refusal, type OrderDraft, type Terms } from '../src/server.ts';
import { cookieOf, type Visitors } from './visitors.ts';

/** What the baker lets a shopper type, in centavos. */
const LEAST = 1_00n;
const MOST = 5_000_00n;
/** What the goods of the other shops cost, whatever the page says: by method and currency. */
const PRICES: Readonly<Record<string, string>> = {
  'oktoWallet EUR': '24.90',
  'octopus HKD': '128.50',
  'okpayCollect INR': '499.00',
  'okpayCollect IDR': '150000.00',
  'okpayLink USD': '100.00',
  'okpayLink EUR': '55.20',
};

/** What a gift is given in, and the least of it, in pence. */
const GIFT = { currency: 'GBP', least: 1_00n };

/** The price is the server's: an order of this visitor, and an amount that the shopper may type or choose; none for a form that no order was made for. */
export function termsOf(visitors: Visitors, draft: OrderDraft, request: Request): Terms | undefined {
  if (draft.source === 'ipn') return undefined;
  const { method, amount, reference } = draft;
  const portuguese = /^\s*pt\b/i.test(request.headers.get('accept-language') ?? '');
  if (!visitors.hasOrder(reference, cookieOf(request))) {
    throw new Refusal('refused', portuguese ? 'A loja não conhece este pedido.' : 'The shop does not know this order.');
  }
  // What has no package is refused by the provider's settings, before OKTO hears of it.
  if (method === 'oktoCash') return { amount: amount ?? '', currency: 'EUR', reference };
  const { currency = '' } = draft;
  if (method === 'okpayLink' && currency === GIFT.currency) {
    const pence = /^\d{1,6}\.\d{2}$/.test(amount ?? '') ? BigInt(amount!.replace('.', '')) : 0n;
    if (pence >= GIFT.least) return { amount: amount!, currency, reference };
    const message = portuguese ? 'Doe £1,00 ou mais, por favor.' : 'Please give £1.00 or more.';
    throw new Refusal('amount-not-offered', message, [{ field: 'amount', message }]);
  }
  const price = PRICES[`${method} ${currency}`];
  if (price) return { amount: price, currency, reference };
  const centavos = /^\d{1,9}\.\d{2}$/.test(amount ?? '') ? BigInt(amount!.replace('.', '')) : 0n;
  if (currency !== 'BRL' || centavos < LEAST || centavos > MOST) {
    const message = portuguese ? 'O valor vai de R$ 1,00 a R$ 5.000,00.' : 'The amount goes from R$1.00 to R$5,000.00.';
    throw new Refusal('amount-not-offered', message, [{ field: 'amount', message }]);
  }
  return { amount: amount!, currency, reference };
}
