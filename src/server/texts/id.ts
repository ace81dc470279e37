import type { Texts } from '../texts.ts';

/** What the server tells the shopper, in the language of this file's name. */
export const id: Texts = {
  language: 'id',
  checkFields: 'Periksa kolom yang ditandai.',
  field: 'Kolom ini belum diisi dengan benar.',
  required: 'Kolom ini perlu diisi.',
  amount: 'Jumlah ini tidak dapat dibayar.',
  cpf: 'CPF ini tidak valid.',
  method: 'Cara bayar ini tidak tersedia di sini.',
  keyReused: 'Pembayaran ini diminta dengan data lain. Silakan mulai lagi.',
  tooMany: 'Terlalu banyak pembayaran terbuka untuk pesanan ini. Gunakan kode yang sudah ada atau coba lagi nanti.',
  refused: 'Pembayaran ini tidak dapat dimulai.',
  unavailable: 'Cara bayar ini sedang tidak tersedia. Coba lagi nanti.',
  country: 'Sebutkan di negara mana Anda membayar.',
  amountNotOffered: 'Jumlah ini tidak dapat dibayar dengan cara ini.',
  offers: (amounts) => `Anda dapat membayar ${amounts}.`,
  noOffer: 'Di negara dan mata uang ini tidak dapat dibayar dengan cara ini.',
  termsRequired: 'Setujui ketentuannya terlebih dahulu.',
  kycRequired: 'Masih diperlukan beberapa data untuk pembayaran ini.',
  onePerMinute: 'Dengan nomor telepon ini Anda dapat meminta sekali per menit. Tunggu sebentar.',
  wanted: {
    cpf: 'CPF Anda diperlukan.',
    cnic: 'Nomor CNIC Anda diperlukan.',
    email: 'Alamat e-mail Anda diperlukan.',
    name: 'Nama lengkap Anda diperlukan.',
    phone: 'Nomor telepon Anda diperlukan.',
    bankCode: 'Pilih bank Anda.',
  },
};
