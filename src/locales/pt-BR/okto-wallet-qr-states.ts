import type { OktoWalletStates } from '../en/okto-wallet-qr-states.ts';
import { oktoWalletWords } from './okto-wallet-qr.ts';
import { stateWords } from './states.ts';

export const oktoWalletStates: OktoWalletStates = {
  ...oktoWalletWords,
  ...stateWords,
  create: 'Gerar código',
  creating: 'Gerando seu código…',
  bankTells: 'O aplicativo OKTO confirma o pagamento.',
  copiedHint: 'Copiado: o texto do código.',
  codeLabel: 'Código OKTO',
  paperSteps: oktoWalletWords.steps,
  opened: ['Aguardando o aplicativo OKTO', 'Volte aqui depois de aprovar.'],
  nothingOpened: ['Nada abriu?', 'Instale o aplicativo ou leia o código com o aplicativo OKTO de outro celular.'],
  failed: ['O pagamento não foi concluído', 'Tente de novo com um novo código. Se o dinheiro saiu da sua conta OKTO, fale antes com a loja.'],
  refunded: (amount) => ['Devolvido', `${amount ? `${amount} estão` : 'O dinheiro está'} voltando para a sua conta OKTO.`],
};
