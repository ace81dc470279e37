import type { OkpaySealWords } from '../en/okpay-seal.ts';

export const okpaySealWords: OkpaySealWords = {
  lang: 'ro',
  seal: 'Plată prin OKPAY',
  check: 'Verificați contul acestui magazin la OKPAY: se deschide într-o filă nouă',
};
