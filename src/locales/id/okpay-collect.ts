import type { OkpayCollectWords } from '../en/okpay-collect.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

const { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } = amounts;

export const okpayCollectWords: OkpayCollectWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } },
  heading: 'Bayar lewat bank atau dompet digital',
  symbol: (payee, amount) => `Kode QR untuk pembayaran${amount && ` sebesar ${amount}`}${payee && ` kepada ${payee}`} dengan aplikasi UPI`,
  page: 'Buka halaman pembayaran',
  newTab: 'Terbuka di tab baru. Halaman ini menampilkan hasilnya.',
  sameTab: 'Anda membayar di sana, lalu kembali ke sini untuk melihat hasilnya.',
  orUpi: 'atau dengan aplikasi UPI',
  openUpi: 'Buka aplikasi UPI',
  steps: ['Buka aplikasi UPI di ponsel Anda.', 'Pindai kode ini.', 'Periksa nama dan jumlahnya, lalu bayar.'],
};
