import type { OktoWalletWords } from '../en/okto-wallet-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoWalletWords: OktoWalletWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Πληρωμή με την εφαρμογή OKTO',
  symbol: (payee, amount) => `Κωδικός QR για πληρωμή${amount && ` ${amount}`}${payee && ` προς ${payee}`} στην εφαρμογή OKTO`,
  caption: 'Σάρωση στην εφαρμογή OKTO',
  open: 'Έγκριση στην εφαρμογή OKTO',
  noApp: 'Δεν έχετε την εφαρμογή;',
  appStore: 'App Store',
  playStore: 'Google Play',
  steps: ['Ανοίξτε την εφαρμογή OKTO στο κινητό σας.', 'Σαρώστε αυτόν τον κωδικό.', 'Ελέγξτε το όνομα και το ποσό και εγκρίνετε.'],
};
