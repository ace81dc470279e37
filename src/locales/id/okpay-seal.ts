import type { OkpaySealWords } from '../en/okpay-seal.ts';

export const okpaySealWords: OkpaySealWords = {
  lang: 'id',
  seal: 'Pembayaran melalui OKPAY',
  check: 'Periksa akun toko ini di OKPAY: terbuka di tab baru',
};
