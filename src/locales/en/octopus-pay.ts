import { amounts, type Money, numbers } from './money.ts';
import { panelWords } from './panel.ts';

/** What `<octopus-pay>` says while it can be paid. */
export const octopusWords = {
  ...panelWords,
  money: { ...numbers, texts: { HKD: amounts.HKD } } as Money,
  heading: 'Pay with Octopus',
  symbol: (payee: string, amount: string) => `QR code for a payment${amount && ` of ${amount}`}${payee && ` to ${payee}`} in the Octopus app`,
  caption: 'Scan with your phone’s camera',
  steps: ['Scan the code with your phone.', 'The Octopus app opens with this payment.', 'Check the name and the amount, and confirm.'],
  noPhone: 'No phone at hand?',
  openPage: 'Open the payment page',
  /** Where the payment page alone shows a code. */
  pageSteps: ['Open the payment page.', 'Scan its code with the Octopus app.', 'Check the name and the amount, and confirm.'],
  open: 'Open the Octopus app',
  page: 'Pay on the web page',
  pageInstead: 'Pay on the web page instead',
  appSteps: ['The Octopus app opens with this payment.', 'Check the name and the amount, and confirm.', 'Come back here: we show the result.'],
  noApp: 'Don’t have the app?',
  appStore: 'App Store',
  playStore: 'Google Play',
};

/** The keys that every language has to fill. */
export type OctopusWords = typeof octopusWords;
