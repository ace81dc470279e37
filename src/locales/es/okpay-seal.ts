import type { OkpaySealWords } from '../en/okpay-seal.ts';

export const okpaySealWords: OkpaySealWords = {
  lang: 'es',
  seal: 'Pago mediante OKPAY',
  check: 'Comprobar la cuenta de esta tienda en OKPAY: se abre en una pestaña nueva',
};
