import type { OktoWalletWords } from '../en/okto-wallet-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoWalletWords: OktoWalletWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Mit der OKTO-App bezahlen',
  symbol: (payee, amount) => `QR-Code für eine Zahlung${amount && ` von ${amount}`}${payee && ` an ${payee}`} in der OKTO-App`,
  caption: 'In der OKTO-App scannen',
  open: 'In der OKTO-App freigeben',
  noApp: 'Sie haben die App nicht?',
  appStore: 'App Store',
  playStore: 'Google Play',
  steps: ['Öffnen Sie die OKTO-App auf Ihrem Handy.', 'Scannen Sie diesen Code.', 'Prüfen Sie Namen und Betrag und geben Sie die Zahlung frei.'],
};
