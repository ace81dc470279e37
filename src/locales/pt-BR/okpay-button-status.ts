import type { OkpayStatusWords } from '../en/okpay-button-status.ts';
import { okpayButtonWords } from './okpay-button.ts';
import { panelWords } from './panel.ts';
import { stateWords } from './states.ts';

export const okpayStatusWords: OkpayStatusWords = {
  ...panelWords,
  ...stateWords,
  money: okpayButtonWords.money,
  heading: okpayButtonWords.pay[0],
  returned: [stateWords.processing[0], 'Se você já pagou na OKPAY, não pague de novo: aguardamos o aviso dela à loja.'],
  notPaid: 'Não paguei: voltar ao botão',
  processing: [stateWords.processing[0], 'A OKPAY avisou a loja, mas ainda não confirmou o pagamento. Não pague de novo. Você pode fechar esta página e voltar depois.'],
  paid: (payee, late) => {
    const [title, text] = stateWords.paid(payee, late);
    return [title, `${text} A OKPAY envia os detalhes por e-mail.`];
  },
  failed: [stateWords.failed[0], 'Você pode tentar de novo. Se o dinheiro saiu da sua conta, fale antes com a loja.'],
  expired: ['Este pagamento venceu', 'Você pode recomeçar quando quiser. Se você já pagou, é só esperar: mostraremos aqui.'],
  canceled: [stateWords.canceled[0], 'Você pode recomeçar quando quiser. Se o dinheiro saiu da sua conta, fale antes com a loja.'],
  getNewCode: stateWords.again,
};
