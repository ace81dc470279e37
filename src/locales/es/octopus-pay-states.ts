import type { OctopusStates } from '../en/octopus-pay-states.ts';
import { octopusWords } from './octopus-pay.ts';
import { stateWords } from './states.ts';

export const octopusStates: OctopusStates = {
  ...octopusWords,
  ...stateWords,
  create: 'Pagar con Octopus',
  creating: 'Iniciando su pago…',
  createFailed: ['No pudimos iniciar el pago.', 'No se inició nada. Inténtelo de nuevo.'],
  wrongAmount: (amount) => ['Octopus no acepta este importe', `Paga en pasos de 10 centavos, y ${amount} queda en medio. Por favor, avise a la tienda.`],
  bankTells: 'La aplicación Octopus confirma el pago.',
  hurryHint: '¿Aún no ha terminado? Puede empezar de nuevo en cualquier momento.',
  copiedHint: 'Copiado: la dirección del pago.',
  codeLabel: 'Código Octopus',
  paperSteps: octopusWords.steps,
  openAgain: 'Abrir la aplicación otra vez',
  tryAgain: 'Probar la aplicación otra vez',
  opened: ['Esperando la aplicación Octopus', 'Vuelva aquí cuando haya confirmado. Esta página se actualiza sola.'],
  nothingOpened: ['¿No se abrió nada?', 'Algunas aplicaciones bloquean a otras. Pague en la página web o abra esta página en su navegador.'],
  insideApp: ['Está dentro de otra aplicación', 'Puede que no deje abrir la aplicación Octopus. Pague en la página web o abra esta página en su navegador.'],
  failed: ['El pago no se completó', 'Octopus no lo confirmó. Puede intentarlo de nuevo o elegir otra forma de pago.'],
  noNewCode: 'Octopus no confirmó el pago. Si salió dinero de su Octopus, consulte con la tienda.',
  expired: ['Este pago ha vencido', 'Por favor, ya no use su código ni su enlace. Si ya pagó, solo espere: lo mostraremos aquí.'],
  canceled: ['Pago cancelado', 'Por favor, no use el código ni el enlace anterior. Puede empezar de nuevo cuando quiera.'],
  refunded: (amount) => ['Reembolsado', `${amount ? `${amount} están` : 'El dinero está'} volviendo a su Octopus.`],
  stillWorks: 'Todavía puede pagar.',
  newCode: 'Empezar de nuevo',
  getNewCode: 'Intentar de nuevo',
};
