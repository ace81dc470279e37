import { amounts, type Money, numbers } from './money.ts';
import { panelWords } from './panel.ts';

const { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } = amounts;

/** What `<okpay-collect>` says while it can be paid. */
export const okpayCollectWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } } as Money,
  heading: 'Pay with your bank or wallet',
  symbol: (payee: string, amount: string) => `QR code for a payment${amount && ` of ${amount}`}${payee && ` to ${payee}`} with a UPI app`,
  page: 'Go to the payment page',
  newTab: 'It opens in a new tab. This page shows the result.',
  sameTab: 'You pay there and come back here for the result.',
  orUpi: 'or with a UPI app',
  openUpi: 'Open a UPI app',
  steps: ['Open a UPI app on your phone.', 'Scan this code.', 'Check the name and the amount, and pay.'],
};

/** The keys that every language has to fill. */
export type OkpayCollectWords = typeof okpayCollectWords;
