import type { OktoCashWords } from '../en/okto-cash-barcode.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoCashWords: OktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Pague en efectivo con OKTO Cash',
  symbol: (payee, amount) => `Código de barras para un pago en efectivo${amount && ` de ${amount}`}${payee && ` a ${payee}`}`,
  till: 'Mostrar en caja',
  finder: 'Buscar una tienda cercana',
  payBefore: 'Pague antes de',
  paymentCode: 'Código de pago',
  steps: (amount) => [
    'Vaya a una tienda que acepte OKTO Cash.',
    'Pida en caja que escaneen el código de barras o dicte el código de pago.',
    `Pague ${amount || 'el importe'} en efectivo y guarde el recibo.`,
  ],
};
