import type { OctopusStates } from '../en/octopus-pay-states.ts';
import { octopusWords } from './octopus-pay.ts';
import { stateWords } from './states.ts';

export const octopusStates: OctopusStates = {
  ...octopusWords,
  ...stateWords,
  create: 'Pagar com o Octopus',
  creating: 'Iniciando seu pagamento…',
  createFailed: ['Não conseguimos iniciar o pagamento.', 'Nada foi iniciado. Tente de novo.'],
  wrongAmount: (amount) => ['O Octopus não aceita este valor', `Ele paga em passos de 10 centavos, e ${amount} fica no meio. Avise a loja.`],
  bankTells: 'O aplicativo Octopus confirma o pagamento.',
  hurryHint: 'Ainda não deu tempo? Você pode recomeçar quando quiser.',
  copiedHint: 'Copiado: o endereço do pagamento.',
  codeLabel: 'Código Octopus',
  paperSteps: octopusWords.steps,
  openAgain: 'Abrir o aplicativo de novo',
  tryAgain: 'Tentar o aplicativo de novo',
  opened: ['Aguardando o aplicativo Octopus', 'Volte aqui depois de confirmar. Esta página se atualiza sozinha.'],
  nothingOpened: ['Nada abriu?', 'Alguns aplicativos bloqueiam outros. Pague pela página ou abra-a no navegador.'],
  insideApp: ['Você está dentro de outro aplicativo', 'Ele pode não deixar o aplicativo Octopus abrir. Pague pela página ou abra-a no navegador.'],
  failed: ['O pagamento não foi concluído', 'O Octopus não confirmou. Você pode tentar de novo ou escolher outra forma de pagar.'],
  noNewCode: 'O Octopus não confirmou o pagamento. Se o dinheiro saiu do seu Octopus, fale com a loja.',
  expired: ['Este pagamento venceu', 'Não use mais o código nem o link. Se você já pagou, é só esperar: mostraremos aqui.'],
  canceled: ['Pagamento cancelado', 'Não use o código nem o link antigo. Você pode recomeçar quando quiser.'],
  refunded: (amount) => ['Devolvido', `${amount ? `${amount} estão` : 'O dinheiro está'} voltando para o seu Octopus.`],
  stillWorks: 'Você ainda pode pagar.',
  newCode: 'Recomeçar',
  getNewCode: 'Tentar de novo',
};
