import type { StateWords } from '../en/states.ts';

export const stateWords: StateWords = {
  amount: '金額',
  amountWrong: '請輸入金額，例如 12.90。',
  cpf: 'CPF',
  cpfHint: '11 位數字。商店的銀行需要此號碼，以建立收款要求。',
  cpfWrong: '此 CPF 無效。請檢查 11 位數字。',
  createFailed: ['我們未能取得付款碼。', '尚未開始任何交易。請再試一次。'],

  checking: '正在向商店查詢…',
  bankTells: '你的銀行會確認付款。',
  hurry: '剩餘時間不多',
  hurryHint: '尚未準備好？你可隨時取得新的付款碼。',
  timeUp: '時間已到。正在作最後一次查詢…',
  minutesLeft: (minutes) => `尚餘 ${minutes} 分鐘`,
  secondsLeft: (seconds) => `尚餘 ${seconds} 秒`,

  copied: '已複製',
  copyFailed: '你的瀏覽器不允許我們複製。整個付款碼已選取：請按住不放，然後選擇「複製」。',
  copyFailedKeyboard: '你的瀏覽器不允許我們複製。整個付款碼已選取：請按 Ctrl+C 或 ⌘C。',

  processing: ['正在核實你的付款', '款項已到達，現正確認。請勿再次付款。你可關閉此頁，稍後再回來。'],
  paid: (payee, late) => {
    const who = payee ? `${payee} ` : '商店';
    return ['已付款', late ? `款項在時限過後到達。${who}已收到款項。` : `${who}已收到你的付款。`];
  },
  failed: ['付款未能完成', '請使用新的付款碼再試。如款項已從你的帳戶扣除，請先向商店查詢。'],
  noNewCode: '請勿再使用此付款碼。如款項已從你的帳戶扣除，請向商店查詢。',
  expired: ['此付款碼已過期', '請勿再使用。如你已付款，稍候即可：我們會在此顯示。'],
  canceled: ['付款已取消', '請勿使用舊的付款碼。你可隨時重新開始。'],
  refunded: (amount) => ['已退款', `${amount ? `${amount} ` : '款項'}正退回你付款時所用的帳戶。款項到達時，你的銀行會顯示。`],

  offline: ['你似乎已離線', '連線恢復後，我們會立即再次查詢。'],
  trouble: ['我們暫時未能聯絡商店', '我們會繼續嘗試。'],
  stillWorks: '你的付款碼仍然可用。',
  notFound: ['我們無法再追蹤這筆付款', '如你已付款，請向商店查詢。'],
  invalidCode: ['我們無法顯示此付款碼', '我們收到的付款碼已損壞，以此付款可能出錯。你現時毋須做任何事。請通知商店。'],
  mismatch: (code, page) => ['我們不會顯示此付款碼', `付款碼要求 ${code}，但此頁要求 ${page}。請勿付款，並通知商店。`],
  unusable: ['這筆付款無法開始', '商店方面有所缺漏。請通知商店。'],

  newCode: '新付款碼',
  save: '儲存',
  print: '列印',
  share: '分享',
  saved: '正在將付款碼儲存為圖片。',
  help: '協助',
  sandbox: '測試模式：不會轉移任何款項',
  getNewCode: '取得新付款碼',
  again: '重新開始',
  askShop: '向商店查詢',
  checkAgain: '再次查詢',
  backToShop: '返回商店',
  received: '收款時間',
  refundedOn: '退款時間',
  orderLabel: '訂單',
};
