import { COLLECT_WORDS } from './collect-words.js';
import { FRAME } from './frame-words.js';
import { LINK_WORDS } from './link-words.js';
import { OCTOPUS_WORDS } from './octopus-words.js';
import { ROLE_WORDS } from './role-words.js';

/** What the one who is played reads in every role; the tag speaks more languages than the demo. */
const WORDS = {
  en: {
    again: 'Start over',
    to: 'To',
    theirBank: 'Their bank',
    key: 'Pix key',
    from: 'From',
    account: 'Account ·· 4821',
    wallet: 'Your OKTO wallet',
    octopus: 'Your Octopus',
    order: 'Order',
    scanned: 'Read',
    until: 'Pay until',
    note: 'Message',
    paidStatic: 'A code without a server: the shop looks at its account.',
    amount: 'Amount',
    when: 'When',
    chosenByYou: 'You choose',
  },
  'pt-BR': {
    again: 'Recomeçar',
    to: 'Para',
    theirBank: 'Instituição',
    key: 'Chave Pix',
    from: 'De',
    account: 'Conta ·· 4821',
    wallet: 'Sua carteira OKTO',
    octopus: 'Sua Octopus',
    order: 'Pedido',
    scanned: 'Lido',
    until: 'Pague até',
    note: 'Mensagem',
    paidStatic: 'Um código sem servidor: a loja confere o extrato.',
    amount: 'Valor',
    when: 'Quando',
    chosenByYou: 'Você escolhe',
  },
};

let chosen = 'en';
let role = 'bank';

/** The language that the demo speaks: the chosen one, else English. */
const language = () => (chosen in WORDS ? chosen : 'en');

/** The words of the demo, of which `name` is one. */
export const word = (name) => WORDS[language()][name] ?? FRAME[language()][name];

/** The words of the one who is played, such as the clerk; undefined for one that only others have. */
export const roleWord = (name) => wordsOf(role)[name];

const wordsOf = (name) => ({ octopus: OCTOPUS_WORDS, collect: COLLECT_WORDS, link: LINK_WORDS })[name]?.[language()] ?? ROLE_WORDS[language()][name];

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
  speakAs(role);
}

/** Chooses who is played, by the name of one of the roles, for what the page says about them. */
export function speakAs(name) {
  role = name;
  for (const element of document.querySelectorAll('[data-role-word]')) element.textContent = roleWord(element.dataset.roleWord);
}

/** Decimal text as money, such as `R$12.90` or `R$ 12,90`. The text is formatted as it is, never as a float. */
export const money = (amount, currency = 'BRL') => {
  // Browsers leave out the decimals of some currencies, also where they are not zero.
  const decimals = /\.0+$/.test(amount) ? {} : { minimumFractionDigits: amount.split('.')[1]?.length };
  return new Intl.NumberFormat(language(), { style: 'currency', currency, ...decimals }).format(amount);
};

/** A time of day in the shopper's language, such as `16:04`. */
export const timeOfDay = (date) => new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);

/** A day and its time in the shopper's language, such as `23 Nov, 16:04`. */
export const dateAndTime = (date) =>
  new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);
