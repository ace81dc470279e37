import type { OktoCashWords } from '../en/okto-cash-barcode.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoCashWords: OktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Bayar tunai dengan OKTO Cash',
  symbol: (payee, amount) => `Barcode untuk pembayaran tunai${amount && ` sebesar ${amount}`}${payee && ` kepada ${payee}`}`,
  till: 'Tunjukkan di kasir',
  finder: 'Cari toko terdekat',
  payBefore: 'Bayar sebelum',
  paymentCode: 'Kode pembayaran',
  steps: (amount) => [
    'Datangi toko yang menerima OKTO Cash.',
    'Biarkan kasir memindai barcode, atau bacakan kode pembayaran.',
    `Bayar ${amount || 'jumlahnya'} secara tunai dan simpan tanda terima.`,
  ],
};
