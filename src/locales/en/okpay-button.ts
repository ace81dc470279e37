import { type Money, numbers } from './money.ts';

/** What a kind of button says, and the same in a word. */
type Pair = readonly [label: string, word: string];

/** What `<okpay-button>` says; the currencies are those of OKPAY. */
export const okpayButtonWords = {
  /** The language of these words, BCP 47. */
  lang: 'en' as string,
  money: {
    ...numbers,
    texts: { EUR: '€#', USD: '$#', GBP: '£#', CHF: 'CHF\u00a0#', AUD: 'A$#', PLN: 'PLN\u00a0#', JPY: '¥#', ILS: '₪#', DKK: 'DKK\u00a0#', CAD: 'CA$#', RUB: 'RUB\u00a0#', CZK: 'CZK\u00a0#', MYR: 'MYR\u00a0#', MXN: 'MX$#', NOK: 'NOK\u00a0#', NZD: 'NZ$#', PHP: '₱#', SGD: 'SGD\u00a0#', TWD: 'NT$#', CNY: 'CN¥#', NGN: 'NGN\u00a0#' },
  } as Money,
  pay: ['Pay with OKPAY', 'Pay'] as Pair,
  buy: ['Buy now with OKPAY', 'Buy now'] as Pair,
  donate: ['Donate with OKPAY', 'Donate'] as Pair,
  topUp: ['Top up with OKPAY', 'Top up'] as Pair,
  subscribe: ['Subscribe with OKPAY', 'Subscribe'] as Pair,
  payAmount: (amount: string) => `Pay ${amount} with OKPAY`,
  opening: 'Opening OKPAY…',
  leave: (host: string) => `You leave this page and pay at ${host}.`,
  newWindow: (host: string) => `You pay at ${host}, in a new window.`,
  chooses: 'You choose the amount at OKPAY.',
  fee: 'Plus OKPAY’s fee.',
  orderAt: (merchant: string) => (merchant ? `Your order at ${merchant}` : 'Your order'),
  support: (merchant: string) => `Support ${merchant}`,
  item: (name: string, quantity: string, price: string) => `${quantity} × ${name} at ${price}`,
  tax: 'Tax',
  handling: 'Handling',
  shipping: 'Shipping',
  firstPiece: 'Shipping, first piece',
  morePieces: (pieces: number) => (pieces === 1 ? 'Shipping, 1 more piece' : `Shipping, ${pieces} more pieces`),
  total: 'Total',
  by: 'Payment by OKPAY',
  amount: 'Amount',
  amountWrong: 'Type an amount, such as 12.90.',
  unusable: 'This payment can’t be started: something is missing on the shop’s side. Please tell the shop.',
  sandbox: 'Test mode: no money moves',
  createFailed: ['We couldn’t start the payment.', 'Nothing was started. Try again.'] as Pair,
};

/** The keys that every language has to fill. */
export type OkpayButtonWords = typeof okpayButtonWords;
