import type { PaperWords } from '../en/paper.ts';

export const paperWords: PaperWords = {
  payBefore: 'Bayar sebelum',
  howToPay: 'Cara membayar',
  goodToKnow: 'Perlu diketahui',
  notReceipt: 'Lembar ini bukan tanda terima.',
  payOnce: 'Bayar satu kali saja.',
  renew: 'Setelah waktu habis, dapatkan kode baru.',
  questions: (address) => `Pertanyaan: ${address}`,
  scale: 'Garis ini panjangnya 100 mm jika lembar dicetak pada 100 %.',
  printed: (when) => `Dicetak: ${when}`,
};
