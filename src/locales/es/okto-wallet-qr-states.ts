import type { OktoWalletStates } from '../en/okto-wallet-qr-states.ts';
import { oktoWalletWords } from './okto-wallet-qr.ts';
import { stateWords } from './states.ts';

export const oktoWalletStates: OktoWalletStates = {
  ...oktoWalletWords,
  ...stateWords,
  create: 'Obtener el código',
  creating: 'Obteniendo su código…',
  bankTells: 'La aplicación OKTO confirma el pago.',
  copiedHint: 'Copiado: el texto del código.',
  codeLabel: 'Código OKTO',
  paperSteps: oktoWalletWords.steps,
  opened: ['Esperando la aplicación OKTO', 'Vuelva aquí cuando haya aprobado.'],
  nothingOpened: ['¿No se abrió nada?', 'Instale la aplicación o escanee el código con la aplicación OKTO en otro teléfono.'],
  failed: ['El pago no se completó', 'Inténtelo de nuevo con un código nuevo. Si salió dinero de su cuenta OKTO, consulte primero con la tienda.'],
  refunded: (amount) => ['Reembolsado', `${amount ? `${amount} están` : 'El dinero está'} volviendo a su cuenta OKTO.`],
};
