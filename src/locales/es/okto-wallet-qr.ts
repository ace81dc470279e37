import type { OktoWalletWords } from '../en/okto-wallet-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoWalletWords: OktoWalletWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Pague con la aplicación OKTO',
  symbol: (payee, amount) => `Código QR para un pago${amount && ` de ${amount}`}${payee && ` a ${payee}`} en la aplicación OKTO`,
  caption: 'Escanee en la aplicación OKTO',
  open: 'Aprobar en la aplicación OKTO',
  noApp: '¿No tiene la aplicación?',
  appStore: 'App Store',
  playStore: 'Google Play',
  steps: ['Abra la aplicación OKTO en su teléfono.', 'Escanee este código.', 'Revise el nombre y el importe, y apruebe.'],
};
