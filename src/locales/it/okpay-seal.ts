import type { OkpaySealWords } from '../en/okpay-seal.ts';

export const okpaySealWords: OkpaySealWords = {
  lang: 'it',
  seal: 'Pagamento tramite OKPAY',
  check: 'Verifica il conto di questo negozio su OKPAY: si apre in una nuova scheda',
};
