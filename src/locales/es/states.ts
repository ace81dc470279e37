import type { StateWords } from '../en/states.ts';

export const stateWords: StateWords = {
  amount: 'Importe',
  amountWrong: 'Escriba un importe, por ejemplo 12,90.',
  cpf: 'CPF',
  cpfHint: '11 dígitos. El banco de la tienda lo pide para generar el cobro.',
  cpfWrong: 'Este CPF no es válido. Revise los 11 dígitos.',
  createFailed: ['No pudimos obtener un código.', 'No se inició nada. Inténtelo de nuevo.'],

  checking: 'Consultando con la tienda…',
  bankTells: 'Su banco confirma el pago.',
  hurry: 'Queda poco tiempo',
  hurryHint: '¿Aún no ha terminado? Puede obtener un código nuevo en cualquier momento.',
  timeUp: 'Se acabó el tiempo. Consultando por última vez…',
  minutesLeft: (minutes) => (minutes === 1 ? 'Queda 1 minuto' : `Quedan ${minutes} minutos`),
  secondsLeft: (seconds) => `Quedan ${seconds} segundos`,

  copied: 'Copiado',
  copyFailed: 'Su navegador no permitió copiar. El código completo está seleccionado: manténgalo presionado y elija Copiar.',
  copyFailedKeyboard: 'Su navegador no permitió copiar. El código completo está seleccionado: presione Ctrl+C o ⌘C.',

  processing: [
    'Verificando su pago',
    'Ha llegado y se está confirmando. Por favor, no pague de nuevo. Puede cerrar esta página y volver más tarde.',
  ],
  paid: (payee, late) => {
    const who = payee || 'La tienda';
    return ['Pagado', late ? `Llegó después de terminar el plazo. ${who} lo ha recibido.` : `${who} ha recibido su pago.`];
  },
  failed: ['El pago no se completó', 'Inténtelo de nuevo con un código nuevo. Si salió dinero de su cuenta, consulte primero con la tienda.'],
  noNewCode: 'Por favor, no use más este código. Si salió dinero de su cuenta, consulte con la tienda.',
  expired: ['Este código ha vencido', 'Por favor, ya no lo use. Si ya pagó, solo espere: lo mostraremos aquí.'],
  canceled: ['Pago cancelado', 'Por favor, no use el código anterior. Puede empezar de nuevo cuando quiera.'],
  refunded: (amount) => [
    'Reembolsado',
    `${amount ? `${amount} están` : 'El dinero está'} volviendo a la cuenta desde la que pagó. Su banco muestra cuándo llega.`,
  ],

  offline: ['Parece que no tiene conexión', 'Volveremos a consultar en cuanto regrese la conexión.'],
  trouble: ['Ahora mismo no podemos comunicarnos con la tienda', 'Seguimos intentándolo.'],
  stillWorks: 'Su código sigue funcionando.',
  notFound: ['Perdimos el rastro de este pago', 'Si ya pagó, consulte con la tienda.'],
  invalidCode: [
    'No podemos mostrar este código',
    'Nos llegó dañado y pagar con él podría salir mal. Por ahora no tiene que hacer nada. Por favor, avise a la tienda.',
  ],
  mismatch: (code, page) => ['No mostraremos este código', `Pide ${code} y esta página, ${page}. Por favor, no pague; avise a la tienda.`],
  unusable: ['Este pago no puede comenzar', 'Falta algo del lado de la tienda. Por favor, avise a la tienda.'],

  newCode: 'Código nuevo',
  save: 'Guardar',
  print: 'Imprimir',
  share: 'Compartir',
  saved: 'Guardando el código como imagen.',
  help: 'Ayuda',
  sandbox: 'Modo de prueba: no se mueve dinero',
  getNewCode: 'Obtener un código nuevo',
  again: 'Empezar de nuevo',
  askShop: 'Consultar con la tienda',
  checkAgain: 'Consultar de nuevo',
  backToShop: 'Volver a la tienda',
  received: 'Recibido',
  refundedOn: 'Reembolsado',
  orderLabel: 'Pedido',
};
