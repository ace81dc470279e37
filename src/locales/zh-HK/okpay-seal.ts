import type { OkpaySealWords } from '../en/okpay-seal.ts';

export const okpaySealWords: OkpaySealWords = {
  lang: 'zh-HK',
  seal: '透過 OKPAY 付款',
  check: '在 OKPAY 查核此商店的帳戶：於新分頁開啟',
};
