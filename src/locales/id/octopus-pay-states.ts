import type { OctopusStates } from '../en/octopus-pay-states.ts';
import { octopusWords } from './octopus-pay.ts';
import { stateWords } from './states.ts';

export const octopusStates: OctopusStates = {
  ...octopusWords,
  ...stateWords,
  create: 'Bayar dengan Octopus',
  creating: 'Memulai pembayaran Anda…',
  createFailed: ['Kami tidak bisa memulai pembayaran.', 'Belum ada yang dimulai. Coba lagi.'],
  wrongAmount: (amount) => ['Octopus tidak menerima jumlah ini', `Octopus membayar dalam kelipatan 10 sen, dan ${amount} bukan kelipatannya. Mohon beri tahu toko.`],
  bankTells: 'Aplikasi Octopus mengonfirmasi pembayaran.',
  hurryHint: 'Belum siap? Anda bisa memulai lagi kapan saja.',
  copiedHint: 'Disalin: alamat pembayaran.',
  codeLabel: 'Kode Octopus',
  paperSteps: octopusWords.steps,
  openAgain: 'Buka aplikasinya lagi',
  tryAgain: 'Coba aplikasinya lagi',
  opened: ['Menunggu aplikasi Octopus', 'Kembali ke sini setelah Anda mengonfirmasi. Halaman ini diperbarui sendiri.'],
  nothingOpened: ['Tidak ada yang terbuka?', 'Beberapa aplikasi memblokir aplikasi lain. Bayar di halaman web, atau buka halaman ini di browser Anda.'],
  insideApp: ['Anda berada di dalam aplikasi lain', 'Aplikasi itu mungkin tidak mengizinkan aplikasi Octopus terbuka. Bayar di halaman web, atau buka halaman ini di browser Anda.'],
  failed: ['Pembayaran tidak berhasil', 'Octopus tidak mengonfirmasinya. Anda bisa mencoba lagi, atau memilih cara bayar lain.'],
  noNewCode: 'Octopus tidak mengonfirmasi pembayaran. Jika uang sudah keluar dari Octopus Anda, tanyakan kepada toko.',
  expired: ['Pembayaran ini sudah kedaluwarsa', 'Mohon jangan gunakan kode atau tautannya lagi. Jika Anda sudah membayar, tunggu saja: kami akan menampilkannya di sini.'],
  canceled: ['Pembayaran dibatalkan', 'Mohon jangan gunakan kode atau tautan lama. Anda bisa memulai lagi kapan saja.'],
  refunded: (amount) => ['Dana dikembalikan', `${amount || 'Uang'} sedang dikembalikan ke Octopus Anda.`],
  stillWorks: 'Anda masih bisa membayar.',
  newCode: 'Mulai lagi',
  getNewCode: 'Coba lagi',
};
