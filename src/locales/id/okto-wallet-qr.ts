import type { OktoWalletWords } from '../en/okto-wallet-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoWalletWords: OktoWalletWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Bayar dengan aplikasi OKTO',
  symbol: (payee, amount) => `Kode QR untuk pembayaran${amount && ` sebesar ${amount}`}${payee && ` kepada ${payee}`} di aplikasi OKTO`,
  caption: 'Pindai di aplikasi OKTO',
  open: 'Setujui di aplikasi OKTO',
  noApp: 'Belum punya aplikasinya?',
  appStore: 'App Store',
  playStore: 'Google Play',
  steps: ['Buka aplikasi OKTO di ponsel Anda.', 'Pindai kode ini.', 'Periksa nama dan jumlahnya, lalu setujui.'],
};
