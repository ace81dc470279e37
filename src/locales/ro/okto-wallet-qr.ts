import type { OktoWalletWords } from '../en/okto-wallet-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoWalletWords: OktoWalletWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Plătiți cu aplicația OKTO',
  symbol: (payee, amount) => `Cod QR pentru o plată${amount && ` de ${amount}`}${payee && ` către ${payee}`} în aplicația OKTO`,
  caption: 'Scanați în aplicația OKTO',
  open: 'Aprobați în aplicația OKTO',
  noApp: 'Nu aveți aplicația?',
  appStore: 'App Store',
  playStore: 'Google Play',
  steps: ['Deschideți aplicația OKTO pe telefon.', 'Scanați acest cod.', 'Verificați numele și suma și aprobați.'],
};
