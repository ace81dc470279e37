import type { PaperWords } from '../en/paper.ts';

export const paperWords: PaperWords = {
  payBefore: '付款期限',
  howToPay: '付款方法',
  goodToKnow: '溫馨提示',
  notReceipt: '此頁並非收據。',
  payOnce: '請只付款一次。',
  renew: '時限過後，請取得新的付款碼。',
  questions: (address) => `查詢：${address}`,
  scale: '如以 100% 比例列印，此線長 100 毫米。',
  printed: (when) => `列印時間：${when}`,
};
