import type { PixStates } from '../en/pix-qr-states.ts';
import { pixWords } from './pix-qr.ts';
import { stateWords } from './states.ts';

export const pixStates: PixStates = {
  ...pixWords,
  ...stateWords,
  create: '取得 Pix 付款碼',
  creating: '正在取得你的付款碼…',
  copiedHint: '已複製。現在到你的銀行應用程式，在 Pix 中貼上。',
  codeLabel: 'Pix 付款碼（複製及貼上）',
  paperSteps: ['開啟你的銀行應用程式。', '選擇 Pix，然後掃描此碼。', '核對名稱及金額，然後確認。'],
};
