import type { OkpayCollectStates } from '../en/okpay-collect-states.ts';
import { okpayCollectWords } from './okpay-collect.ts';
import { stateWords } from './states.ts';

export const okpayCollectStates: OkpayCollectStates = {
  ...okpayCollectWords,
  ...stateWords,
  create: 'Continuar al pago',
  creating: 'Preparando su pago…',
  createFailed: ['No pudimos iniciar el pago.', 'No se inició nada. Inténtelo de nuevo.'],
  bankTells: 'La página de pago confirma el pago.',
  copiedHint: 'Copiado: la dirección del pago.',
  codeLabel: 'Código UPI',
  paperSteps: okpayCollectWords.steps,
  pageAgain: 'Abrir de nuevo la página de pago',
  pageOpened: 'Pague en la página de pago y vuelva aquí. Mostramos el resultado en cuanto llegue.',
  opened: ['Esperando la aplicación UPI', 'Vuelva aquí cuando haya pagado.'],
  nothingOpened: ['¿No se abrió nada?', 'Escanee el código con una aplicación UPI en otro teléfono o pague de otra forma.'],
  failed: ['El pago no se completó', 'Inténtelo de nuevo con un pago nuevo. Si salió dinero de su cuenta, consulte primero con la tienda.'],
  noNewCode: 'No use más esta página de pago. Si salió dinero de su cuenta, consulte con la tienda.',
  expired: ['Este pago ha caducado', 'No lo pague ya. Si ya pagó, solo espere: lo mostraremos aquí.'],
  canceled: ['Pago cancelado', 'No use la página de pago anterior. Puede empezar de nuevo cuando quiera.'],
  stillWorks: 'Su pago sigue abierto.',
  newCode: 'Nuevo pago',
  getNewCode: 'Iniciar un pago nuevo',
  choose: 'Elegir…',
  payType: ['¿Cómo quiere pagar?', '', 'Elija cómo quiere pagar.'],
  bankCode: ['Su banco', '', 'Elija su banco.'],
  payerName: ['Su nombre', 'Como figura en su cuenta.', 'Escriba su nombre como figura en su cuenta.'],
  phone: ['Su número de móvil', 'El número de su billetera o cuenta bancaria.', 'Escriba un número de móvil, como 0812 3456 7890.'],
  mobile: ['Su número de móvil', '11 dígitos, desde 03.', 'Escriba su número de móvil: 11 dígitos, desde 03.'],
  email: ['Su correo electrónico', '', 'Escriba un correo electrónico, como name@mail.example.'],
  cnic: ['CNIC', '13 dígitos. El banco lo pide para recibir el pago.', 'Este CNIC está incompleto. Revise sus 13 dígitos.'],
};
