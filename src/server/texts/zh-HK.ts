import type { Texts } from '../texts.ts';

/** What the server tells the shopper, in the language of this file's name. */
export const zh: Texts = {
  language: 'zh-HK',
  checkFields: '請檢查標示的欄位。',
  field: '此欄填寫不正確。',
  required: '此欄必須填寫。',
  amount: '無法支付此金額。',
  cpf: '此 CPF 無效。',
  method: '這裏不提供此付款方式。',
  keyReused: '此付款曾以其他資料提出，請重新開始。',
  tooMany: '此訂單有太多未完成的付款。請使用已有的碼，或稍後再試。',
  refused: '無法開始此付款。',
  unavailable: '此付款方式暫時未能使用，請稍後再試。',
  country: '請說明你在哪個國家或地區付款。',
  amountNotOffered: '此金額不能以這種方式支付。',
  offers: (amounts) => `可支付 ${amounts}。`,
  noOffer: '在此國家或地區及以此貨幣，不能以這種方式付款。',
  termsRequired: '請先接受條款。',
  kycRequired: '此付款尚欠一些資料。',
  onePerMinute: '此電話號碼每分鐘只可要求一次，請稍候。',
  wanted: {
    cpf: '需要你的 CPF。',
    cnic: '需要你的 CNIC 號碼。',
    email: '需要你的電郵地址。',
    name: '需要你的全名。',
    phone: '需要你的電話號碼。',
    bankCode: '請選擇你的銀行。',
  },
};
