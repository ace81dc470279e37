import type { OctopusWords } from '../en/octopus-pay.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const octopusWords: OctopusWords = {
  ...panelWords,
  money: { ...numbers, texts: { HKD: amounts.HKD } },
  heading: 'Bayar dengan Octopus',
  symbol: (payee, amount) => `Kode QR untuk pembayaran${amount && ` sebesar ${amount}`}${payee && ` kepada ${payee}`} di aplikasi Octopus`,
  caption: 'Pindai dengan kamera ponsel Anda',
  steps: ['Pindai kode ini dengan ponsel Anda.', 'Aplikasi Octopus terbuka dengan pembayaran ini.', 'Periksa nama dan jumlahnya, lalu konfirmasi.'],
  noPhone: 'Ponsel tidak di dekat Anda?',
  openPage: 'Buka halaman pembayaran',
  pageSteps: ['Buka halaman pembayaran.', 'Pindai kodenya dengan aplikasi Octopus.', 'Periksa nama dan jumlahnya, lalu konfirmasi.'],
  open: 'Buka aplikasi Octopus',
  page: 'Bayar di halaman web',
  pageInstead: 'Bayar di halaman web saja',
  appSteps: ['Aplikasi Octopus terbuka dengan pembayaran ini.', 'Periksa nama dan jumlahnya, lalu konfirmasi.', 'Kembali ke sini: kami menampilkan hasilnya.'],
  noApp: 'Belum punya aplikasinya?',
  appStore: 'App Store',
  playStore: 'Google Play',
};
