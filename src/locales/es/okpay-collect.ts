import type { OkpayCollectWords } from '../en/okpay-collect.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

const { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } = amounts;

export const okpayCollectWords: OkpayCollectWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } },
  heading: 'Pague con su banco o billetera',
  symbol: (payee, amount) => `Código QR para un pago${amount && ` de ${amount}`}${payee && ` a ${payee}`} con una aplicación UPI`,
  page: 'Ir a la página de pago',
  newTab: 'Se abre en una pestaña nueva. El resultado aparece aquí.',
  sameTab: 'Usted paga allí y vuelve aquí para ver el resultado.',
  orUpi: 'o con una aplicación UPI',
  openUpi: 'Abrir una aplicación UPI',
  steps: ['Abra una aplicación UPI en su teléfono.', 'Escanee este código.', 'Revise el nombre y el importe y pague.'],
};
