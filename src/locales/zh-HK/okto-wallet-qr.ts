import type { OktoWalletWords } from '../en/okto-wallet-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoWalletWords: OktoWalletWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: '以 OKTO 應用程式付款',
  symbol: (payee, amount) => `OKTO 應用程式付款二維碼${payee && `，付款予 ${payee}`}${amount && `，${amount}`}`,
  caption: '以 OKTO 應用程式掃描',
  open: '在 OKTO 應用程式批准',
  noApp: '沒有應用程式？',
  appStore: 'App Store',
  playStore: 'Google Play',
  steps: ['在手機開啟 OKTO 應用程式。', '掃描此碼。', '核對名稱及金額，然後批准。'],
};
