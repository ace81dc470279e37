import type { OkpayCollectStates } from '../en/okpay-collect-states.ts';
import { okpayCollectWords } from './okpay-collect.ts';
import { stateWords } from './states.ts';

export const okpayCollectStates: OkpayCollectStates = {
  ...okpayCollectWords,
  ...stateWords,
  create: '繼續付款',
  creating: '正在準備你的付款…',
  createFailed: ['未能開始付款。', '尚未進行任何操作。請再試。'],
  bankTells: '付款頁面會確認付款。',
  copiedHint: '已複製：付款網址。',
  codeLabel: 'UPI 付款碼',
  paperSteps: okpayCollectWords.steps,
  pageAgain: '再次開啟付款頁面',
  pageOpened: '請在付款頁面付款，然後返回此頁。收到結果後會立即顯示。',
  opened: ['正在等候 UPI 應用程式', '付款後請返回此頁。'],
  nothingOpened: ['沒有開啟？', '請用另一部手機的 UPI 應用程式掃描此碼，或選擇其他付款方式。'],
  failed: ['付款未能完成', '請重新開始付款。如款項已從你的帳戶扣除，請先向商店查詢。'],
  noNewCode: '請勿再使用此付款頁面。如款項已從你的帳戶扣除，請向商店查詢。',
  expired: ['此付款已過期', '請勿再付款。如你已付款，請稍候：結果會在此顯示。'],
  canceled: ['付款已取消', '請勿使用舊的付款頁面。你可隨時重新開始。'],
  stillWorks: '你的付款仍然有效。',
  newCode: '新付款',
  getNewCode: '開始新的付款',
  choose: '請選擇…',
  payType: ['你想怎樣付款？', '', '請選擇付款方式。'],
  bankCode: ['你的銀行', '', '請選擇你的銀行。'],
  payerName: ['你的姓名', '與帳戶上的姓名相同。', '請輸入你帳戶上的姓名。'],
  phone: ['你的手機號碼', '電子錢包或銀行帳戶的號碼。', '請輸入手機號碼，例如 0812 3456 7890。'],
  mobile: ['你的手機號碼', '11 位數字，以 03 開頭。', '請輸入手機號碼：11 位數字，以 03 開頭。'],
  email: ['你的電郵', '', '請輸入電郵地址，例如 name@mail.example。'],
  cnic: ['CNIC', '13 位數字。銀行需要它來收取付款。', '此 CNIC 不完整。請檢查 13 位數字。'],
};
