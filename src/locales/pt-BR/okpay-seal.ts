import type { OkpaySealWords } from '../en/okpay-seal.ts';

export const okpaySealWords: OkpaySealWords = {
  lang: 'pt-BR',
  seal: 'Pagamento pela OKPAY',
  check: 'Conferir a conta desta loja na OKPAY: abre em uma nova aba',
};
