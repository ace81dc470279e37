import type { OktoWalletStates } from '../en/okto-wallet-qr-states.ts';
import { oktoWalletWords } from './okto-wallet-qr.ts';
import { stateWords } from './states.ts';

export const oktoWalletStates: OktoWalletStates = {
  ...oktoWalletWords,
  ...stateWords,
  create: 'Dapatkan kode',
  creating: 'Mengambil kode Anda…',
  bankTells: 'Aplikasi OKTO mengonfirmasi pembayaran.',
  copiedHint: 'Disalin: teks kode.',
  codeLabel: 'Kode OKTO',
  paperSteps: oktoWalletWords.steps,
  opened: ['Menunggu aplikasi OKTO', 'Kembali ke sini setelah Anda menyetujui.'],
  nothingOpened: ['Tidak ada yang terbuka?', 'Pasang aplikasinya, atau pindai kode dengan aplikasi OKTO di ponsel lain.'],
  failed: ['Pembayaran tidak berhasil', 'Coba lagi dengan kode baru. Jika uang sudah keluar dari akun OKTO Anda, tanyakan dulu kepada toko.'],
  refunded: (amount) => ['Dana dikembalikan', `${amount || 'Uang'} sedang dikembalikan ke akun OKTO Anda.`],
};
