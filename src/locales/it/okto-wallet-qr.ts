import type { OktoWalletWords } from '../en/okto-wallet-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoWalletWords: OktoWalletWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Paga con l’app OKTO',
  symbol: (payee, amount) => `Codice QR per un pagamento${amount && ` di ${amount}`}${payee && ` a ${payee}`} nell’app OKTO`,
  caption: 'Scansiona nell’app OKTO',
  open: 'Approva nell’app OKTO',
  noApp: 'Non hai l’app?',
  appStore: 'App Store',
  playStore: 'Google Play',
  steps: ['Apri l’app OKTO sul telefono.', 'Scansiona questo codice.', 'Controlla il nome e l’importo e approva.'],
};
