import { amounts, type Money, numbers } from './money.ts';
import { panelWords } from './panel.ts';

/** What `<okto-wallet-qr>` says while its code can be approved. */
export const oktoWalletWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } } as Money,
  heading: 'Pay with the OKTO app',
  symbol: (payee: string, amount: string) => `QR code for a payment${amount && ` of ${amount}`}${payee && ` to ${payee}`} in the OKTO app`,
  caption: 'Scan in the OKTO app',
  open: 'Approve in the OKTO app',
  noApp: 'Don’t have the app?',
  appStore: 'App Store',
  playStore: 'Google Play',
  steps: ['Open the OKTO app on your phone.', 'Scan this code.', 'Check the name and the amount, and approve.'],
};

/** The keys that every language has to fill. */
export type OktoWalletWords = typeof oktoWalletWords;
