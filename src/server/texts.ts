import type { PayerField } from './provider.ts';

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
  /** What is still wanted of the payer; read on its own too, where the page has no field for it. */
  readonly wanted: Readonly<Record<PayerField, string>>;
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
  wanted: {
    cpf: 'Your CPF is needed.',
    cnic: 'Your CNIC number is needed.',
    email: 'Your e-mail address is needed.',
    name: 'Your full name is needed.',
    phone: 'Your phone number is needed.',
    bankCode: 'Please choose your bank.',
  },
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
  wanted: {
    cpf: 'Informe seu CPF.',
    cnic: 'Informe seu número CNIC.',
    email: 'Informe seu e-mail.',
    name: 'Informe seu nome completo.',
    phone: 'Informe seu telefone.',
    bankCode: 'Escolha seu banco.',
  },
};

/** The texts in the first language of Accept-Language that there are texts in; English where there is none. */
export function textsFor(request: Request): Texts {
  const languages = (request.headers.get('accept-language') ?? '').slice(0, 256).toLowerCase().split(',');
  const first = languages.map((language) => language.trim()).find((language) => /^(?:pt|en)(?![a-z])/.test(language));
  return first?.startsWith('pt') ? pt : ENGLISH;
}
