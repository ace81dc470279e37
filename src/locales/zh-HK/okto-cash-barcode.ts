import type { OktoCashWords } from '../en/okto-cash-barcode.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoCashWords: OktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: '以 OKTO Cash 現金付款',
  symbol: (payee, amount) => `現金付款條碼${payee && `，付款予 ${payee}`}${amount && `，${amount}`}`,
  till: '在收銀處出示',
  finder: '尋找附近商店',
  payBefore: '付款期限',
  paymentCode: '付款碼',
  steps: (amount) => [
    '前往接受 OKTO Cash 的商店。',
    '讓收銀員掃描條碼，或讀出付款碼。',
    `以現金支付${amount ? ` ${amount}` : '款項'}，並保留收據。`,
  ],
};
