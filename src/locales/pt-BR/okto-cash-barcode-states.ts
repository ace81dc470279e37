import type { OktoCashStates } from '../en/okto-cash-barcode-states.ts';
import { oktoCashWords } from './okto-cash-barcode.ts';
import { stateWords } from './states.ts';

export const oktoCashStates: OktoCashStates = {
  ...oktoCashWords,
  ...stateWords,
  promises: (amount, until) => [
    `Você paga ${amount || 'o valor'} em dinheiro em uma loja que aceita OKTO Cash.`,
    until && `Você tem até ${until}.`,
    'O dinheiro já pago não é devolvido no caixa.',
  ],
  terms: ['Aceito os ', 'termos do OKTO Cash', '.'],
  termsMissing: 'Aceite os termos para ver o código.',
  amountMissing: 'Escolha um valor.',
  create: 'Mostrar meu código de barras',
  creating: 'Gerando seu código de barras…',
  createFailed: ['Não conseguimos gerar o código de barras.', 'Nada foi iniciado. Tente de novo.'],
  meanwhile: 'Você pode fechar esta página. Imprima ou salve o código, ou volte aqui.',
  tooNarrow: 'Aqui o código de barras é pequeno demais para os leitores. No caixa, mostre-o em tela cheia.',
  close: 'Fechar',
  brightness: 'Aumente o brilho até o máximo',
  copiedHint: 'Copiado: o código de pagamento para o caixa.',
  bankTells: 'O pagamento é confirmado no caixa.',
  codeLabel: 'Código de pagamento, se o leitor não conseguir ler as barras',
  paperSteps: [
    'Vá a uma loja que aceita OKTO Cash.',
    'Mostre esta folha no caixa. As barras são lidas ali.',
    'Pague em dinheiro e guarde o recibo do caixa.',
  ],
  failed: [
    'O pagamento não foi concluído',
    'Tente de novo com um novo código de barras. Se você entregou o dinheiro, fale antes com a loja e guarde o recibo.',
  ],
  noNewCode: 'Não use mais este código de barras. Se você entregou o dinheiro, fale com a loja e guarde o recibo.',
  expired: ['Este código de barras venceu', 'Não o use mais no caixa. Se você já pagou, é só esperar: mostraremos aqui.'],
  canceled: ['Pagamento cancelado', 'Não use o código de barras antigo. Você pode recomeçar quando quiser.'],
  refunded: (amount) => ['Devolvido', `${amount ? `${amount} serão devolvidos` : 'O dinheiro será devolvido'}. Pergunte à loja como receber.`],
  getNewCode: 'Gerar novo código de barras',
};
