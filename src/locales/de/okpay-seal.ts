import type { OkpaySealWords } from '../en/okpay-seal.ts';

export const okpaySealWords: OkpaySealWords = {
  lang: 'de',
  seal: 'Zahlung über OKPAY',
  check: 'Konto dieses Shops bei OKPAY prüfen: öffnet einen neuen Tab',
};
