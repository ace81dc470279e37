import type { OkpayStatusWords } from '../en/okpay-button-status.ts';
import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], 'Si ha pagado en OKPAY, por favor, no pague de nuevo: esperamos el aviso de OKPAY a la tienda.'],
  notPaid: 'No he pagado: volver al botón',
  processing: [stateWords.processing[0], 'OKPAY ha avisado a la tienda, pero aún no ha confirmado el pago. Por favor, no pague de nuevo. Puede cerrar esta página y volver más tarde.'],
  paid: (payee, late) => {
    const [title, text] = stateWords.paid(payee, late);
    return [title, `${text} OKPAY le envía los detalles por correo electrónico.`];
  },
  failed: [stateWords.failed[0], 'Puede intentarlo de nuevo. Si salió dinero de su cuenta, consulte primero con la tienda.'],
  expired: ['Este pago ha caducado', 'Puede empezar de nuevo cuando quiera. Si ya pagó, solo espere: lo mostraremos aquí.'],
  canceled: [stateWords.canceled[0], 'Puede empezar de nuevo cuando quiera. Si salió dinero de su cuenta, consulte primero con la tienda.'],
  getNewCode: stateWords.again,
};
