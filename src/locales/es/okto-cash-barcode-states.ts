import type { OktoCashStates } from '../en/okto-cash-barcode-states.ts';
import { oktoCashWords } from './okto-cash-barcode.ts';
import { stateWords } from './states.ts';

export const oktoCashStates: OktoCashStates = {
  ...oktoCashWords,
  ...stateWords,
  promises: (amount, until) => [
    `Usted paga ${amount || 'el importe'} en efectivo en una tienda que acepta OKTO Cash.`,
    until && `Tiene hasta el ${until}.`,
    'El efectivo pagado no se devuelve en caja.',
  ],
  terms: ['Acepto los ', 'términos de OKTO Cash', '.'],
  termsMissing: 'Acepte los términos para ver su código de barras.',
  amountMissing: 'Elija un importe.',
  create: 'Mostrar mi código de barras',
  creating: 'Obteniendo su código de barras…',
  createFailed: ['No pudimos obtener un código de barras.', 'No se inició nada. Inténtelo de nuevo.'],
  meanwhile: 'Puede cerrar esta página. Imprima o guarde el código de barras, o vuelva aquí.',
  tooNarrow: 'Aquí el código de barras es demasiado pequeño para los lectores. En caja, muéstrelo a pantalla completa.',
  close: 'Cerrar',
  brightness: 'Suba el brillo al máximo',
  copiedHint: 'Copiado: el código de pago para la caja.',
  bankTells: 'El pago se confirma en caja.',
  codeLabel: 'Código de pago, si el lector no puede leer las barras',
  paperSteps: [
    'Vaya a una tienda que acepte OKTO Cash.',
    'Muestre esta hoja en caja. Allí se escanean las barras.',
    'Pague en efectivo y guarde el recibo de caja.',
  ],
  failed: [
    'El pago no se completó',
    'Inténtelo de nuevo con un código de barras nuevo. Si entregó efectivo, consulte primero con la tienda y guarde el recibo.',
  ],
  noNewCode: 'Por favor, no use más este código de barras. Si entregó efectivo, consulte con la tienda y guarde el recibo.',
  expired: ['Este código de barras ha vencido', 'Por favor, ya no lo use en caja. Si ya pagó, solo espere: lo mostraremos aquí.'],
  canceled: ['Pago cancelado', 'Por favor, no use el código de barras anterior. Puede empezar de nuevo cuando quiera.'],
  refunded: (amount) => ['Reembolsado', `${amount ? `${amount} se devuelven` : 'El dinero se devuelve'}. Consulte con la tienda cómo recibirlo.`],
  getNewCode: 'Obtener un código de barras nuevo',
};
