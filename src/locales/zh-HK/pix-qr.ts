import type { PixWords } from '../en/pix-qr.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const pixWords: PixWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL: amounts.BRL } },
  heading: '以 Pix 付款',
  symbol: (payee, amount) => `Pix 二維碼，付款予 ${payee}${amount && `，${amount}`}`,
  steps: [
    '開啟你的銀行應用程式。',
    '選擇 Pix，然後掃描此碼，或貼上已複製的付款碼。',
    '核對名稱及金額，然後確認。',
  ],
};
