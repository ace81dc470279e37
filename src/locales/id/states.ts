import type { StateWords } from '../en/states.ts';

export const stateWords: StateWords = {
  amount: 'Jumlah',
  amountWrong: 'Ketik jumlah, misalnya 12,90.',
  cpf: 'CPF',
  cpfHint: '11 digit. Bank toko memintanya untuk membuat tagihan.',
  cpfWrong: 'CPF ini tidak valid. Periksa ke-11 digitnya.',
  createFailed: ['Kami tidak bisa mendapatkan kode.', 'Belum ada yang dimulai. Coba lagi.'],

  checking: 'Memeriksa ke toko…',
  bankTells: 'Bank Anda mengonfirmasi pembayaran.',
  hurry: 'Waktu tinggal sedikit',
  hurryHint: 'Belum siap? Anda bisa mendapatkan kode baru kapan saja.',
  timeUp: 'Waktu habis. Memeriksa untuk terakhir kali…',
  minutesLeft: (minutes) => `Sisa ${minutes} menit`,
  secondsLeft: (seconds) => `Sisa ${seconds} detik`,

  copied: 'Disalin',
  copyFailed: 'Browser Anda tidak mengizinkan kami menyalin. Seluruh kode sudah dipilih: tekan dan tahan, lalu pilih Salin.',
  copyFailedKeyboard: 'Browser Anda tidak mengizinkan kami menyalin. Seluruh kode sudah dipilih: tekan Ctrl+C atau ⌘C.',

  processing: [
    'Memeriksa pembayaran Anda',
    'Pembayaran sudah tiba dan sedang dikonfirmasi. Mohon jangan membayar lagi. Anda boleh menutup halaman ini dan kembali nanti.',
  ],
  paid: (payee, late) => {
    const who = payee || 'Toko';
    return ['Sudah dibayar', late ? `Pembayaran tiba setelah waktu habis. ${who} telah menerimanya.` : `${who} telah menerima pembayaran Anda.`];
  },
  failed: ['Pembayaran tidak berhasil', 'Coba lagi dengan kode baru. Jika uang sudah keluar dari rekening Anda, tanyakan dulu kepada toko.'],
  noNewCode: 'Mohon jangan gunakan kode ini lagi. Jika uang sudah keluar dari rekening Anda, tanyakan kepada toko.',
  expired: ['Kode ini sudah kedaluwarsa', 'Mohon jangan digunakan lagi. Jika Anda sudah membayar, tunggu saja: kami akan menampilkannya di sini.'],
  canceled: ['Pembayaran dibatalkan', 'Mohon jangan gunakan kode lama. Anda bisa memulai lagi kapan saja.'],
  refunded: (amount) => [
    'Dana dikembalikan',
    `${amount || 'Uang'} sedang dikembalikan ke rekening yang Anda gunakan untuk membayar. Bank Anda menunjukkan kapan uang itu tiba.`,
  ],

  offline: ['Anda tampaknya sedang offline', 'Kami memeriksa lagi begitu koneksi kembali.'],
  trouble: ['Kami tidak bisa menghubungi toko saat ini', 'Kami terus mencoba.'],
  stillWorks: 'Kode Anda masih berlaku.',
  notFound: ['Kami kehilangan jejak pembayaran ini', 'Jika Anda sudah membayar, tanyakan kepada toko.'],
  invalidCode: [
    'Kami tidak bisa menampilkan kode ini',
    'Kode ini rusak saat kami terima, dan membayar dengannya bisa bermasalah. Anda belum perlu melakukan apa pun. Mohon beri tahu toko.',
  ],
  mismatch: (code, page) => [
    'Kami tidak akan menampilkan kode ini',
    `Kode ini meminta ${code}, halaman ini ${page}. Mohon jangan membayar; beri tahu toko.`,
  ],
  unusable: ['Pembayaran ini tidak bisa dimulai', 'Ada yang kurang di pihak toko. Mohon beri tahu toko.'],

  newCode: 'Kode baru',
  save: 'Simpan',
  print: 'Cetak',
  share: 'Bagikan',
  saved: 'Menyimpan kode sebagai gambar.',
  help: 'Bantuan',
  sandbox: 'Mode uji: tidak ada uang yang berpindah',
  getNewCode: 'Dapatkan kode baru',
  again: 'Mulai lagi',
  askShop: 'Tanya toko',
  checkAgain: 'Periksa lagi',
  backToShop: 'Kembali ke toko',
  received: 'Diterima',
  refundedOn: 'Dikembalikan',
  orderLabel: 'Pesanan',
};
