/** What the shopper reads beside a field or under the form, when the server refuses. */
export interface Texts {
  /** For `Intl`. */
  readonly language: string;
  readonly checkFields: string;
  readonly field: string;
  readonly required: string;
  readonly amount: string;
  readonly cpf: string;
  readonly method: string;
  readonly keyReused: string;
  readonly tooMany: string;
  readonly refused: string;
  readonly unavailable: string;
  readonly country: string;
  readonly amountNotOffered: string;
  /** The amounts, already in words. */
  readonly offers: (amounts: string) => string;
  readonly noOffer: string;
  readonly termsRequired: string;
  readonly kycRequired: string;
  readonly onePerMinute: string;
}

/** The texts for whoever has said nothing of a language. */
export const ENGLISH: Texts = {
  language: 'en',
  checkFields: 'Please check the marked fields.',
  field: 'This is not filled in correctly.',
  required: 'This is needed.',
  amount: 'This is not an amount that can be paid.',
  cpf: 'This is not a valid CPF.',
  method: 'This way of paying is not offered here.',
  keyReused: 'This payment was asked for with other details. Please start again.',
  tooMany: 'There are too many open payments for this order. Use a code that you already have, or try again later.',
  refused: 'This payment cannot be started.',
  unavailable: 'This way of paying is not available right now. Nothing was charged. Please try again later.',
  country: 'Please say in which country you pay.',
  amountNotOffered: 'This amount cannot be paid this way.',
  offers: (amounts) => `You can pay ${amounts}.`,
  noOffer: 'Nothing can be paid this way in this country and currency.',
  termsRequired: 'Please accept the terms first.',
  kycRequired: 'A few more details are needed for this payment.',
  onePerMinute: 'With this phone number you can ask once a minute. Please wait a moment.',
};

const pt: Texts = {
  language: 'pt-BR',
  checkFields: 'Confira os campos marcados.',
  field: 'Este campo não está preenchido corretamente.',
  required: 'Este campo é necessário.',
  amount: 'Este valor não pode ser pago.',
  cpf: 'Este CPF não é válido.',
  method: 'Esta forma de pagamento não é oferecida aqui.',
  keyReused: 'Este pagamento foi pedido com outros dados. Comece de novo.',
  tooMany: 'Há pagamentos demais em aberto para este pedido. Use um código que você já tem ou tente de novo mais tarde.',
  refused: 'Este pagamento não pode ser iniciado.',
  unavailable: 'Esta forma de pagamento não está disponível agora. Nada foi cobrado. Tente de novo mais tarde.',
  country: 'Informe em que país você paga.',
  amountNotOffered: 'Este valor não pode ser pago desta forma.',
  offers: (amounts) => `Você pode pagar ${amounts}.`,
  noOffer: 'Nada pode ser pago desta forma neste país e nesta moeda.',
  termsRequired: 'Aceite os termos primeiro.',
  kycRequired: 'Faltam alguns dados para este pagamento.',
  onePerMinute: 'Com este telefone só é possível pedir uma vez por minuto. Espere um momento.',
};

const zh: Texts = {
  language: 'zh-HK',
  checkFields: '請檢查已標示的欄位。',
  field: '此欄填寫不正確。',
  required: '此欄必須填寫。',
  amount: '此金額不能付款。',
  cpf: '此 CPF 號碼無效。',
  method: '這裏不提供此付款方式。',
  keyReused: '此付款曾以其他資料提出，請重新開始。',
  tooMany: '此訂單有太多未完成的付款。請使用已有的付款碼，或稍後再試。',
  refused: '未能開始付款。',
  unavailable: '此付款方式暫時未能使用，並未收取任何款項。請稍後再試。',
  country: '請註明你在哪個國家或地區付款。',
  amountNotOffered: '此金額不能以這個方式付款。',
  offers: (amounts) => `你可以支付 ${amounts}。`,
  noOffer: '在此國家或地區及以此貨幣，不能以這個方式付款。',
  termsRequired: '請先接受條款。',
  kycRequired: '此付款需要多一些資料。',
  onePerMinute: '此電話號碼每分鐘只可提出一次，請稍候。',
};

/** The texts in the first language of Accept-Language that there are texts in; English where there is none. */
export function textsFor(request: Request): Texts {
  const languages = (request.headers.get('accept-language') ?? '').slice(0, 256).toLowerCase().split(',');
  const first = languages.map((language) => language.trim()).find((language) => /^(?:en|pt|zh)(?![a-z])/.test(language));
  return { pt, zh }[first?.slice(0, 2) ?? ''] ?? ENGLISH;
}
