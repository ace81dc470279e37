import type { OkpayStatusWords } from '../en/okpay-button-status.ts';
import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], '如你已在 OKPAY 付款，請勿再次付款：我們正等候 OKPAY 通知商店。'],
  notPaid: '我未付款：返回付款按鈕',
  processing: [stateWords.processing[0], 'OKPAY 已通知商店，但尚未確認付款。請勿再次付款。你可以關閉此頁，稍後再回來。'],
  paid: (payee, late) => {
    const [title, text] = stateWords.paid(payee, late);
    return [title, `${text}OKPAY 會以電郵傳送詳情給你。`];
  },
  failed: [stateWords.failed[0], '你可以再試。如款項已從你的帳戶扣除，請先向商店查詢。'],
  expired: ['此付款已過期', '你可隨時重新開始。如你已付款，請稍候：結果會在此顯示。'],
  canceled: [stateWords.canceled[0], '你可隨時重新開始。如款項已從你的帳戶扣除，請先向商店查詢。'],
  getNewCode: stateWords.again,
};
