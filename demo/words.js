import { FRAME } from './frame-words.js';

/** What the shopper reads in the shop and in the bank, in the languages that the demo speaks; the tag speaks more. */
const WORDS = {
  en: {
    again: 'Start over',
    yourBank: 'Your bank',
    payWithPix: 'Pay with Pix',
    to: 'To',
    theirBank: 'Their bank',
    key: 'Pix key',
    from: 'From',
    account: 'Account ·· 4821',
    until: 'Pay until',
    note: 'Message',
    confirm: (amount) => `Confirm ${amount}`,
    decline: 'Decline',
    paste: 'Paste another code',
    pasteLabel: 'Pix Copia e Cola',
    pasteMissing: 'Paste a Pix code first.',
    read: 'Read the code',
    waiting: 'No code to pay yet',
    waitingWhy: 'Get one in the shop, and it is read here at once.',
    paid: 'Payment sent',
    paidTo: (payee) => `${payee} is told by its own bank.`,
    paidStatic: 'A code without a server: the shop looks at its account.',
    declined: 'Payment declined',
    declinedWhy: 'The shop’s bank tells the shop.',
    held: 'Payment on its way',
    heldWhy: 'The bank looks at it first. The shop waits.',
    expired: 'This code has expired',
    expiredWhy: 'Nobody can pay it in time any more.',
    refunded: 'Money given back',
    refundedWhy: 'It is in your account again.',
    amount: 'Amount',
    when: 'When',
    chosenByYou: 'You choose',
    confirmHeld: 'Let it through',
    errors: {
      'unknown-code': 'No bank of this sandbox knows this code.',
      'not-payable': 'This charge is not waiting to be paid any more.',
      'not-paid': 'This charge has not been paid.',
      expired: 'This charge has expired.',
      damaged: 'This is not a valid Pix code.',
      failed: 'The bank does not answer. Try again.',
    },
  },
  'pt-BR': {
    again: 'Recomeçar',
    yourBank: 'Seu banco',
    payWithPix: 'Pagar com Pix',
    to: 'Para',
    theirBank: 'Instituição',
    key: 'Chave Pix',
    from: 'De',
    account: 'Conta ·· 4821',
    until: 'Pague até',
    note: 'Mensagem',
    confirm: (amount) => `Confirmar ${amount}`,
    decline: 'Recusar',
    paste: 'Colar outro código',
    pasteLabel: 'Pix Copia e Cola',
    pasteMissing: 'Cole antes um código Pix.',
    read: 'Ler o código',
    waiting: 'Nenhum código para pagar',
    waitingWhy: 'Gere um código na loja: ele é lido aqui na hora.',
    paid: 'Pix enviado',
    paidTo: (payee) => `${payee} será avisada pelo banco dela.`,
    paidStatic: 'Um código sem servidor: a loja confere o extrato.',
    declined: 'Pagamento recusado',
    declinedWhy: 'O banco da loja avisa a loja.',
    held: 'Pix em análise',
    heldWhy: 'O banco confere antes. A loja espera.',
    expired: 'Este código venceu',
    expiredWhy: 'Ninguém pode mais pagar no prazo.',
    refunded: 'Valor devolvido',
    refundedWhy: 'O dinheiro voltou para a sua conta.',
    amount: 'Valor',
    when: 'Quando',
    chosenByYou: 'Você escolhe',
    confirmHeld: 'Liberar',
    errors: {
      'unknown-code': 'Nenhum banco deste ambiente conhece este código.',
      'not-payable': 'Esta cobrança não está mais à espera de pagamento.',
      'not-paid': 'Esta cobrança não foi paga.',
      expired: 'Esta cobrança venceu.',
      damaged: 'Este não é um código Pix válido.',
      failed: 'O banco não responde. Tente de novo.',
    },
  },
};

let chosen = 'en';

/** The language that the demo speaks: the chosen one, else English. */
const language = () => (chosen in WORDS ? chosen : 'en');

/** The words of the demo, of which `name` is one. */
export const word = (name) => WORDS[language()][name] ?? FRAME[language()][name];

/** What is there in several languages, such as `{ en: '…' }`. */
export const inWords = (texts) => texts[language()];

/** The language chosen for the tag, as a BCP 47 tag. */
export const spoken = () => chosen;

/** Chooses the shopper's language, for what stands in the page already and for every text that is drawn from now on. */
export function speak(tag) {
  chosen = tag;
  document.documentElement.lang = language();
  document.title = word('title');
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll('[data-word-label]')) element.setAttribute('aria-label', word(element.dataset.wordLabel));
  for (const element of document.querySelectorAll('[data-word-title]')) element.title = word(element.dataset.wordTitle);
}

/** Decimal text as money of Brazil, such as `R$12.90` or `R$ 12,90`. The text is formatted as it is, never as a float. */
export const money = (amount) => new Intl.NumberFormat(language(), { style: 'currency', currency: 'BRL' }).format(amount);

/** A time of day in the shopper's language, such as `16:04`. */
export const timeOfDay = (date) => new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);
