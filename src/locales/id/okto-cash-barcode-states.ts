import type { OktoCashStates } from '../en/okto-cash-barcode-states.ts';
import { oktoCashWords } from './okto-cash-barcode.ts';
import { stateWords } from './states.ts';

export const oktoCashStates: OktoCashStates = {
  ...oktoCashWords,
  ...stateWords,
  promises: (amount, until) => [
    `Anda membayar ${amount || 'jumlahnya'} secara tunai di toko yang menerima OKTO Cash.`,
    until && `Anda punya waktu hingga ${until}.`,
    'Uang tunai yang sudah dibayar tidak dikembalikan di kasir.',
  ],
  terms: ['Saya menerima ', 'ketentuan OKTO Cash', '.'],
  termsMissing: 'Terima ketentuan untuk melihat barcode Anda.',
  amountMissing: 'Pilih jumlah.',
  create: 'Tampilkan barcode saya',
  creating: 'Mengambil barcode Anda…',
  createFailed: ['Kami tidak bisa mendapatkan barcode.', 'Belum ada yang dimulai. Coba lagi.'],
  meanwhile: 'Anda boleh menutup halaman ini. Cetak atau simpan barcode, atau kembali ke sini.',
  tooNarrow: 'Di sini barcode terlalu kecil untuk pemindai. Di kasir, tunjukkan dalam layar penuh.',
  close: 'Tutup',
  brightness: 'Naikkan kecerahan hingga maksimal',
  copiedHint: 'Disalin: kode pembayaran untuk kasir.',
  bankTells: 'Pembayaran dikonfirmasi di kasir.',
  codeLabel: 'Kode pembayaran, jika pemindai tidak bisa membaca barcode',
  paperSteps: [
    'Datangi toko yang menerima OKTO Cash.',
    'Tunjukkan lembar ini di kasir. Kasir memindai barcode.',
    'Bayar tunai dan simpan tanda terima dari kasir.',
  ],
  failed: [
    'Pembayaran tidak berhasil',
    'Coba lagi dengan barcode baru. Jika Anda sudah menyerahkan uang tunai, tanyakan dulu kepada toko dan simpan tanda terima.',
  ],
  noNewCode: 'Mohon jangan gunakan barcode ini lagi. Jika Anda sudah menyerahkan uang tunai, tanyakan kepada toko dan simpan tanda terima.',
  expired: [
    'Barcode ini sudah kedaluwarsa',
    'Mohon jangan digunakan lagi di kasir. Jika Anda sudah membayar, tunggu saja: kami akan menampilkannya di sini.',
  ],
  canceled: ['Pembayaran dibatalkan', 'Mohon jangan gunakan barcode lama. Anda bisa memulai lagi kapan saja.'],
  refunded: (amount) => ['Dana dikembalikan', `${amount || 'Uang'} sedang dikembalikan. Tanyakan kepada toko cara menerimanya.`],
  getNewCode: 'Dapatkan barcode baru',
};
