import type { PixWords } from '../en/pix-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const pixWords: PixWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL: amounts.BRL } },
  heading: 'Bayar dengan Pix',
  symbol: (payee, amount) => `Kode QR Pix untuk membayar ${payee}${amount && `, ${amount}`}`,
  steps: [
    'Buka aplikasi bank Anda.',
    'Pilih Pix, lalu pindai kode ini atau tempel kode yang disalin.',
    'Periksa nama dan jumlahnya, lalu konfirmasi.',
  ],
};
