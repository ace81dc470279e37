import type { OctopusStates } from '../en/octopus-pay-states.ts';
import { octopusWords } from './octopus-pay.ts';
import { stateWords } from './states.ts';

export const octopusStates: OctopusStates = {
  ...octopusWords,
  ...stateWords,
  create: '以八達通付款',
  creating: '正在準備你的付款…',
  createFailed: ['我們未能開始這筆付款。', '尚未開始任何交易。請再試一次。'],
  wrongAmount: (amount) => ['八達通不接受此金額', `八達通付款以 10 仙為單位，而 ${amount} 並不符合。請通知商店。`],
  bankTells: '八達通 App 會確認付款。',
  hurryHint: '尚未準備好？你可隨時重新開始。',
  copiedHint: '已複製：這筆付款的連結。',
  codeLabel: '八達通付款碼',
  paperSteps: octopusWords.steps,
  openAgain: '再次開啟八達通 App',
  tryAgain: '再試開啟八達通 App',
  opened: ['正在等候八達通 App', '確認付款後請返回此頁。此頁會自動更新。'],
  nothingOpened: ['未能開啟？', '有些應用程式會阻止開啟其他應用程式。請到付款網頁付款，或用瀏覽器開啟此頁。'],
  insideApp: ['你正在其他應用程式內瀏覽', '它可能不讓八達通 App 開啟。請到付款網頁付款，或用瀏覽器開啟此頁。'],
  failed: ['付款未能完成', '八達通未有確認這筆付款。你可再試一次，或選擇其他付款方式。'],
  noNewCode: '八達通未有確認這筆付款。如款項已從你的八達通扣除，請向商店查詢。',
  expired: ['這筆付款已過期', '請勿再使用其二維碼或連結。如你已付款，稍候即可：我們會在此顯示。'],
  canceled: ['付款已取消', '請勿使用舊的二維碼或連結。你可隨時重新開始。'],
  refunded: (amount) => ['已退款', `${amount ? `${amount} ` : '款項'}正退回你的八達通。`],
  stillWorks: '你仍可付款。',
  newCode: '重新開始',
  getNewCode: '再試一次',
};
