import type { OktoCashWords } from '../en/okto-cash-barcode.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const oktoCashWords: OktoCashWords = {
  ...panelWords,
  money: { ...numbers, texts: { EUR: amounts.EUR, RON: amounts.RON } },
  heading: 'Pague em dinheiro com OKTO Cash',
  symbol: (payee, amount) => `Código de barras para um pagamento em dinheiro${amount && ` de ${amount}`}${payee && ` a ${payee}`}`,
  till: 'Mostrar no caixa',
  finder: 'Encontrar uma loja',
  payBefore: 'Pague até',
  paymentCode: 'Código de pagamento',
  steps: (amount) => [
    'Vá a uma loja que aceita OKTO Cash.',
    'Peça no caixa para lerem o código de barras, ou dite o código de pagamento.',
    `Pague ${amount || 'o valor'} em dinheiro e guarde o recibo.`,
  ],
};
