import type { OkpayCollectStates } from '../en/okpay-collect-states.ts';
import { okpayCollectWords } from './okpay-collect.ts';
import { stateWords } from './states.ts';

export const okpayCollectStates: OkpayCollectStates = {
  ...okpayCollectWords,
  ...stateWords,
  create: 'Continuar para o pagamento',
  creating: 'Preparando seu pagamento…',
  createFailed: ['Não conseguimos iniciar o pagamento.', 'Nada foi iniciado. Tente de novo.'],
  bankTells: 'A página de pagamento confirma o pagamento.',
  copiedHint: 'Copiado: o endereço do pagamento.',
  codeLabel: 'Código UPI',
  paperSteps: okpayCollectWords.steps,
  pageAgain: 'Abrir de novo a página de pagamento',
  pageOpened: 'Pague na página de pagamento e volte aqui. Mostramos o resultado assim que ele chegar.',
  opened: ['Aguardando o aplicativo UPI', 'Volte aqui depois de pagar.'],
  nothingOpened: ['Nada abriu?', 'Leia o código com um aplicativo UPI em outro celular ou pague de outra forma.'],
  failed: ['O pagamento não foi concluído', 'Tente de novo com um novo pagamento. Se o dinheiro saiu da sua conta, fale antes com a loja.'],
  noNewCode: 'Não use mais esta página de pagamento. Se o dinheiro saiu da sua conta, fale com a loja.',
  expired: ['Este pagamento venceu', 'Não pague mais. Se você já pagou, é só esperar: mostraremos aqui.'],
  canceled: ['Pagamento cancelado', 'Não use a página de pagamento antiga. Você pode recomeçar quando quiser.'],
  stillWorks: 'Seu pagamento continua em aberto.',
  newCode: 'Novo pagamento',
  getNewCode: 'Iniciar um novo pagamento',
  choose: 'Escolher…',
  payType: ['Como você quer pagar?', '', 'Escolha como quer pagar.'],
  bankCode: ['Seu banco', '', 'Escolha seu banco.'],
  payerName: ['Seu nome', 'Como aparece na sua conta.', 'Digite seu nome como aparece na sua conta.'],
  phone: ['Seu celular', 'O número da sua carteira ou conta bancária.', 'Digite um número de celular, como 0812 3456 7890.'],
  mobile: ['Seu celular', '11 números, a partir de 03.', 'Digite seu celular: 11 números, a partir de 03.'],
  email: ['Seu e-mail', '', 'Digite um e-mail, como name@mail.example.'],
  cnic: ['CNIC', '13 números. O banco pede para receber o pagamento.', 'Este CNIC está incompleto. Confira os 13 números.'],
};
