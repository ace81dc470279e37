import type { OkpayCollectStates } from '../en/okpay-collect-states.ts';
import { okpayCollectWords } from './okpay-collect.ts';
import { stateWords } from './states.ts';

export const okpayCollectStates: OkpayCollectStates = {
  ...okpayCollectWords,
  ...stateWords,
  create: 'Lanjut ke pembayaran',
  creating: 'Menyiapkan pembayaran Anda…',
  createFailed: ['Kami tidak bisa memulai pembayaran.', 'Belum ada yang dimulai. Coba lagi.'],
  bankTells: 'Halaman pembayaran mengonfirmasi pembayaran.',
  copiedHint: 'Disalin: alamat pembayaran.',
  codeLabel: 'Kode UPI',
  paperSteps: okpayCollectWords.steps,
  pageAgain: 'Buka lagi halaman pembayaran',
  pageOpened: 'Bayar di halaman pembayaran, lalu kembali ke sini. Kami menampilkan hasilnya begitu ada.',
  opened: ['Menunggu aplikasi UPI', 'Kembali ke sini setelah Anda membayar.'],
  nothingOpened: ['Tidak ada yang terbuka?', 'Pindai kode dengan aplikasi UPI di ponsel lain, atau pilih cara bayar lain.'],
  failed: ['Pembayaran tidak berhasil', 'Coba lagi dengan pembayaran baru. Jika uang sudah keluar dari rekening Anda, tanyakan dulu kepada toko.'],
  noNewCode: 'Mohon jangan gunakan halaman pembayaran ini lagi. Jika uang sudah keluar dari rekening Anda, tanyakan kepada toko.',
  expired: ['Pembayaran ini sudah kedaluwarsa', 'Mohon jangan dibayar lagi. Jika Anda sudah membayar, tunggu saja: kami akan menampilkannya di sini.'],
  canceled: ['Pembayaran dibatalkan', 'Mohon jangan gunakan halaman pembayaran lama. Anda bisa memulai lagi kapan saja.'],
  stillWorks: 'Pembayaran Anda masih terbuka.',
  newCode: 'Pembayaran baru',
  getNewCode: 'Mulai pembayaran baru',
  choose: 'Pilih…',
  payType: ['Anda ingin membayar dengan apa?', '', 'Pilih cara membayar.'],
  bankCode: ['Bank Anda', '', 'Pilih bank Anda.'],
  payerName: ['Nama Anda', 'Seperti yang tertera di rekening Anda.', 'Ketik nama Anda seperti yang tertera di rekening.'],
  phone: ['Nomor ponsel Anda', 'Nomor dompet digital atau rekening bank Anda.', 'Ketik nomor ponsel, misalnya 0812 3456 7890.'],
  mobile: ['Nomor ponsel Anda', '11 digit, mulai dari 03.', 'Ketik nomor ponsel Anda: 11 digit, mulai dari 03.'],
  email: ['E-mail Anda', '', 'Ketik alamat e-mail, misalnya name@mail.example.'],
  cnic: ['CNIC', '13 digit. Bank memintanya untuk menerima pembayaran.', 'CNIC ini belum lengkap. Periksa ke-13 digitnya.'],
};
