import type { Texts } from '../texts.ts';

/** What the server tells the shopper, in the language of this file's name. */
export const pt: Texts = {
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
  unavailable: 'Esta forma de pagamento não está disponível agora. Tente de novo mais tarde.',
  country: 'Informe em que país você paga.',
  amountNotOffered: 'Este valor não pode ser pago desta forma.',
  offers: (amounts) => `Você pode pagar ${amounts}.`,
  noOffer: 'Nada pode ser pago desta forma neste país e nesta moeda.',
  termsRequired: 'Aceite os termos primeiro.',
  kycRequired: 'Faltam alguns dados para este pagamento.',
  onePerMinute: 'Com este telefone só é possível pedir uma vez por minuto. Espere um momento.',
  wanted: {
    cpf: 'Informe seu CPF.',
    cnic: 'Informe seu número CNIC.',
    email: 'Informe seu e-mail.',
    name: 'Informe seu nome completo.',
    phone: 'Informe seu telefone.',
    bankCode: 'Escolha seu banco.',
  },
};
