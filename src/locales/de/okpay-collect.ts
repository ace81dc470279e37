import type { OkpayCollectWords } from '../en/okpay-collect.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

const { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } = amounts;

export const okpayCollectWords: OkpayCollectWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } },
  heading: 'Mit Ihrer Bank oder Wallet bezahlen',
  symbol: (payee, amount) => `QR-Code für eine Zahlung${amount && ` von ${amount}`}${payee && ` an ${payee}`} mit einer UPI-App`,
  page: 'Zur Zahlungsseite',
  newTab: 'Sie öffnet sich in einem neuen Tab. Das Ergebnis steht dann hier.',
  sameTab: 'Sie bezahlen dort und kommen für das Ergebnis hierher zurück.',
  orUpi: 'oder mit einer UPI-App',
  openUpi: 'UPI-App öffnen',
  steps: ['Öffnen Sie eine UPI-App auf Ihrem Handy.', 'Scannen Sie diesen Code.', 'Prüfen Sie Namen und Betrag und bezahlen Sie.'],
};
