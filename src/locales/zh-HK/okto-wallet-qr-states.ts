import type { OktoWalletStates } from '../en/okto-wallet-qr-states.ts';
import { oktoWalletWords } from './okto-wallet-qr.ts';
import { stateWords } from './states.ts';

export const oktoWalletStates: OktoWalletStates = {
  ...oktoWalletWords,
  ...stateWords,
  create: '取得付款碼',
  creating: '正在取得你的付款碼…',
  bankTells: 'OKTO 應用程式會確認付款。',
  copiedHint: '已複製：付款碼的文字。',
  codeLabel: 'OKTO 付款碼',
  paperSteps: oktoWalletWords.steps,
  opened: ['正在等候 OKTO 應用程式', '批准後請返回此頁。'],
  nothingOpened: ['沒有開啟？', '請安裝應用程式，或用另一部手機的 OKTO 應用程式掃描此碼。'],
  failed: ['付款未能完成', '請使用新的付款碼再試。如款項已從你的 OKTO 帳戶扣除，請先向商店查詢。'],
  refunded: (amount) => ['已退款', `${amount ? `${amount} ` : '款項'}正退回你的 OKTO 帳戶。`],
};
