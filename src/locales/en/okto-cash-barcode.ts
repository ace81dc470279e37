import { amounts, type Money, numbers } from './money.ts';
import { panelWords } from './panel.ts';

/** What `<okto-cash-barcode>` says while its barcode can be paid. */
export const oktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } } as Money,
  heading: 'Pay in cash with OKTO Cash',
  symbol: (payee: string, amount: string) => `Barcode for a cash payment${amount && ` of ${amount}`}${payee && ` to ${payee}`}`,
  till: 'Show at the till',
  finder: 'Find a shop nearby',
  payBefore: 'Pay before',
  paymentCode: 'Payment code',
  steps: (amount: string) => [
    'Go to a shop that takes OKTO Cash.',
    'Let the cashier scan the barcode, or read out the payment code.',
    `Pay ${amount || 'the amount'} in cash and keep the receipt.`,
  ],
};

/** The keys that every language has to fill. */
export type OktoCashWords = typeof oktoCashWords;
