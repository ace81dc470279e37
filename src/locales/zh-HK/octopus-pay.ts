import type { OctopusWords } from '../en/octopus-pay.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const octopusWords: OctopusWords = {
  ...panelWords,
  money: { ...numbers, texts: { HKD: amounts.HKD } },
  heading: '以八達通付款',
  symbol: (payee, amount) => `八達通付款二維碼${payee && `，付款予 ${payee}`}${amount && `，${amount}`}`,
  caption: '用手機鏡頭掃描',
  steps: ['用手機掃描此二維碼。', '八達通 App 會開啟這筆付款。', '核對名稱及金額，然後確認。'],
  noPhone: '手機不在身邊？',
  openPage: '開啟付款頁面',
  pageSteps: ['開啟付款頁面。', '用八達通 App 掃描頁面上的二維碼。', '核對名稱及金額，然後確認。'],
  open: '開啟八達通 App',
  page: '到付款網頁付款',
  pageInstead: '改用付款網頁',
  appSteps: ['八達通 App 會開啟這筆付款。', '核對名稱及金額，然後確認。', '返回此頁，即可看到付款結果。'],
  noApp: '未有八達通 App？',
  appStore: 'App Store',
  playStore: 'Google Play',
};
