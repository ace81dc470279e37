import type { StateWords } from '../en/states.ts';

export const stateWords: StateWords = {
  amount: 'Valor',
  amountWrong: 'Digite um valor, como 12,90.',
  cpf: 'CPF',
  cpfHint: '11 números. O banco da loja pede o CPF para gerar a cobrança.',
  cpfWrong: 'Este CPF não é válido. Confira os 11 números.',
  createFailed: ['Não conseguimos gerar o código.', 'Nada foi iniciado. Tente de novo.'],

  checking: 'Conferindo com a loja…',
  bankTells: 'Seu banco confirma o pagamento.',
  hurry: 'Falta pouco tempo',
  hurryHint: 'Ainda não deu tempo? Você pode gerar um novo código.',
  timeUp: 'O tempo acabou. Conferindo uma última vez…',
  minutesLeft: (minutes) => (minutes === 1 ? 'Falta 1 minuto' : `Faltam ${minutes} minutos`),
  secondsLeft: (seconds) => `Faltam ${seconds} segundos`,

  copied: 'Copiado',
  copyFailed: 'O navegador não deixou copiar. O código inteiro está selecionado: toque e segure nele e escolha Copiar.',
  copyFailedKeyboard: 'O navegador não deixou copiar. O código inteiro está selecionado: tecle Ctrl+C ou ⌘C.',

  processing: [
    'Conferindo seu pagamento',
    'Ele chegou e está sendo confirmado. Não pague de novo. Você pode fechar esta página e voltar depois.',
  ],
  paid: (payee, late) => {
    const who = payee || 'A loja';
    return ['Pago', late ? `Chegou depois do prazo. ${who} recebeu.` : `${who} recebeu seu pagamento.`];
  },
  failed: ['O pagamento não foi concluído', 'Tente de novo com um novo código. Se o dinheiro saiu da sua conta, fale antes com a loja.'],
  noNewCode: 'Não use mais este código. Se o dinheiro saiu da sua conta, fale com a loja.',
  expired: ['Este código venceu', 'Não use mais este código. Se você já pagou, é só esperar: mostraremos aqui.'],
  canceled: ['Pagamento cancelado', 'Não use o código antigo. Você pode recomeçar quando quiser.'],
  refunded: (amount) => [
    'Devolvido',
    `${amount ? `${amount} estão` : 'O dinheiro está'} voltando para a conta de onde você pagou. Seu banco mostra quando o valor chegar.`,
  ],

  offline: ['Parece que você está sem internet', 'Conferimos de novo assim que a conexão voltar.'],
  trouble: ['Não conseguimos falar com a loja agora', 'Vamos continuar tentando.'],
  stillWorks: 'Seu código continua valendo.',
  notFound: ['Perdemos este pagamento de vista', 'Se você já pagou, fale com a loja.'],
  invalidCode: [
    'Não podemos mostrar este código',
    'Ele chegou danificado, e pagar com ele poderia dar errado. Você não precisa fazer nada agora. Avise a loja.',
  ],
  mismatch: (code, page) => ['Não vamos mostrar este código', `Ele pede ${code} e esta página, ${page}. Não pague; avise a loja.`],
  unusable: ['Este pagamento não pode começar', 'Falta algo do lado da loja. Avise a loja.'],

  newCode: 'Novo código',
  save: 'Salvar',
  print: 'Imprimir',
  share: 'Enviar',
  saved: 'Salvando o código como imagem.',
  help: 'Ajuda',
  sandbox: 'Modo de teste: nenhum dinheiro é movimentado',
  getNewCode: 'Gerar novo código',
  again: 'Recomeçar',
  askShop: 'Falar com a loja',
  checkAgain: 'Conferir de novo',
  backToShop: 'Voltar à loja',
  received: 'Recebido',
  refundedOn: 'Devolvido',
  orderLabel: 'Pedido',
};
