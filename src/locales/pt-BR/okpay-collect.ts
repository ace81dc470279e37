import type { OkpayCollectWords } from '../en/okpay-collect.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

const { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } = amounts;

export const okpayCollectWords: OkpayCollectWords = {
  ...panelWords,
  money: { ...numbers, texts: { BRL, IDR, INR, MXN, PHP, PKR, THB, VND } },
  heading: 'Pague com seu banco ou carteira',
  symbol: (payee, amount) => `QR code para um pagamento${amount && ` de ${amount}`}${payee && ` a ${payee}`} com um aplicativo UPI`,
  page: 'Ir para a página de pagamento',
  newTab: 'Ela abre em uma nova aba. O resultado aparece aqui.',
  sameTab: 'Você paga lá e volta para ver o resultado aqui.',
  orUpi: 'ou com um aplicativo UPI',
  openUpi: 'Abrir um aplicativo UPI',
  steps: ['Abra um aplicativo UPI no celular.', 'Leia este código.', 'Confira o nome e o valor e pague.'],
};
