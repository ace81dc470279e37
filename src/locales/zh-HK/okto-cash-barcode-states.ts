import type { OktoCashStates } from '../en/okto-cash-barcode-states.ts';
import { oktoCashWords } from './okto-cash-barcode.ts';
import { stateWords } from './states.ts';

export const oktoCashStates: OktoCashStates = {
  ...oktoCashWords,
  ...stateWords,
  promises: (amount, until) => [
    `你在接受 OKTO Cash 的商店以現金支付${amount ? ` ${amount}` : '款項'}。`,
    until && `請於 ${until} 前付款。`,
    '已付的現金不會在收銀處退還。',
  ],
  terms: ['我接受 ', 'OKTO Cash 條款', '。'],
  termsMissing: '請先接受條款，以顯示條碼。',
  amountMissing: '請選擇金額。',
  create: '顯示我的條碼',
  creating: '正在取得你的條碼…',
  createFailed: ['我們未能取得條碼。', '尚未開始任何交易。請再試一次。'],
  meanwhile: '你可關閉此頁。請列印或儲存條碼，或稍後返回此頁。',
  tooNarrow: '此處的條碼太小，掃描器無法讀取。請在收銀處以全螢幕出示。',
  close: '關閉',
  brightness: '請將亮度調至最高',
  copiedHint: '已複製：供收銀員使用的付款碼。',
  bankTells: '付款會在收銀處確認。',
  codeLabel: '付款碼（如掃描器無法讀取條碼）',
  paperSteps: ['前往接受 OKTO Cash 的商店。', '在收銀處出示此頁。收銀員會掃描條碼。', '以現金付款，並保留收銀處的收據。'],
  failed: ['付款未能完成', '請使用新的條碼再試。如你已交付現金，請先向商店查詢，並保留收據。'],
  noNewCode: '請勿再使用此條碼。如你已交付現金，請向商店查詢，並保留收據。',
  expired: ['此條碼已過期', '請勿再在收銀處使用。如你已付款，稍候即可：我們會在此顯示。'],
  canceled: ['付款已取消', '請勿使用舊的條碼。你可隨時重新開始。'],
  refunded: (amount) => ['已退款', `${amount ? `${amount} ` : '款項'}會退還給你。請向商店查詢如何取回。`],
  getNewCode: '取得新條碼',
};
