import type { Texts } from '../texts.ts';

/** What the server tells the shopper, in the language of this file's name. */
export const es: Texts = {
  language: 'es',
  checkFields: 'Revisa los campos marcados.',
  field: 'Este campo no está bien rellenado.',
  required: 'Este campo es necesario.',
  amount: 'Este importe no se puede pagar.',
  cpf: 'Este CPF no es válido.',
  method: 'Esta forma de pago no se ofrece aquí.',
  keyReused: 'Este pago se pidió con otros datos. Empieza de nuevo.',
  tooMany: 'Hay demasiados pagos abiertos para este pedido. Usa un código que ya tengas o inténtalo más tarde.',
  refused: 'Este pago no se puede iniciar.',
  unavailable: 'Esta forma de pago no está disponible ahora. Inténtalo más tarde.',
  country: 'Indica en qué país pagas.',
  amountNotOffered: 'Este importe no se puede pagar así.',
  offers: (amounts) => `Puedes pagar ${amounts}.`,
  noOffer: 'En este país y en esta moneda no se puede pagar así.',
  termsRequired: 'Acepta primero las condiciones.',
  kycRequired: 'Faltan algunos datos para este pago.',
  onePerMinute: 'Con este número de teléfono se puede pedir una vez por minuto. Espera un momento.',
  wanted: {
    cpf: 'Hace falta tu CPF.',
    cnic: 'Hace falta tu número CNIC.',
    email: 'Hace falta tu correo electrónico.',
    name: 'Hace falta tu nombre completo.',
    phone: 'Hace falta tu número de teléfono.',
    bankCode: 'Elige tu banco.',
  },
};
