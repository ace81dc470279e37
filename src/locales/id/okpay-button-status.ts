import type { OkpayStatusWords } from '../en/okpay-button-status.ts';
import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], 'Jika Anda sudah membayar di OKPAY, mohon jangan membayar lagi: kami menunggu kabar dari OKPAY ke toko.'],
  notPaid: 'Saya belum membayar: kembali ke tombol',
  processing: [stateWords.processing[0], 'OKPAY sudah memberi tahu toko, tetapi belum mengonfirmasinya. Mohon jangan membayar lagi. Anda boleh menutup halaman ini dan kembali lagi nanti.'],
  paid: (payee, late) => {
    const [title, text] = stateWords.paid(payee, late);
    return [title, `${text} OKPAY mengirimkan rinciannya lewat email.`];
  },
  failed: [stateWords.failed[0], 'Anda bisa mencoba lagi. Jika uang sudah keluar dari rekening Anda, tanyakan dulu kepada toko.'],
  expired: ['Pembayaran ini sudah kedaluwarsa', 'Anda bisa memulai lagi kapan saja. Jika Anda sudah membayar, tunggu saja: kami akan menampilkannya di sini.'],
  canceled: [stateWords.canceled[0], 'Anda bisa memulai lagi kapan saja. Jika uang sudah keluar dari rekening Anda, tanyakan dulu kepada toko.'],
  getNewCode: stateWords.again,
};
