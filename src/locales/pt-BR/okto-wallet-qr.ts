import type { OktoWalletWords } from '../en/okto-wallet-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoWalletWords: OktoWalletWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Pague com o aplicativo OKTO',
  symbol: (payee, amount) => `QR code para um pagamento${amount && ` de ${amount}`}${payee && ` a ${payee}`} no aplicativo OKTO`,
  caption: 'Leia no aplicativo OKTO',
  open: 'Aprovar no aplicativo OKTO',
  noApp: 'Não tem o aplicativo?',
  appStore: 'App Store',
  playStore: 'Google Play',
  steps: ['Abra o aplicativo OKTO no celular.', 'Leia este código.', 'Confira o nome e o valor e aprove.'],
};
