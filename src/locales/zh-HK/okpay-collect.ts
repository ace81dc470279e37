import type { OkpayCollectWords } from '../en/okpay-collect.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

const { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } = amounts;

export const okpayCollectWords: OkpayCollectWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } },
  heading: '以銀行或電子錢包付款',
  symbol: (payee, amount) => `UPI 應用程式付款二維碼${payee && `，付款予 ${payee}`}${amount && `，${amount}`}`,
  page: '前往付款頁面',
  newTab: '付款頁面會在新分頁開啟。結果會在此頁顯示。',
  sameTab: '在該頁付款後返回此頁查看結果。',
  orUpi: '或使用 UPI 應用程式',
  openUpi: '開啟 UPI 應用程式',
  steps: ['在手機開啟 UPI 應用程式。', '掃描此碼。', '核對名稱及金額，然後付款。'],
};
