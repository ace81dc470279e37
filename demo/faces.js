import { button, icon, make } from './make.js';
import { money, roleWord, timeOfDay, word } from './words.js';

/** How the screen looks after something was done: a colour, a drawing, and the names of its words. */
const RESULTS = {
  sent: { look: 'good', drawing: 'check' },
  declined: { look: 'bad', drawing: 'cross' },
  canceled: { look: 'calm', drawing: 'cross' },
  expired: { look: 'calm', drawing: 'clock' },
  held: { look: 'calm', drawing: 'wait' },
  refunded: { look: 'calm', drawing: 'back' },
};

/**
 * What stands on the screen in each state: functions of the state, the role and what can be pressed (`pay`, `decline`, `scan`,
 * `another`, `look`, which takes a text).
 */
export const FACES = {
  waiting: ({ typed = '', wrong, shown }, role, press) => {
    const isReady = role.byHand && shown;
    return [
      make(
        'p',
        { class: 'waiting' },
        icon('scan'),
        make('strong', { text: roleWord(isReady ? 'ready' : 'waiting') }),
        make('span', { text: roleWord(isReady ? 'readyWhy' : 'waitingWhy') }),
      ),
      ...(isReady ? [button(roleWord('scan'), 'main', press.scan)] : []),
      form({ typed, wrong, isReady }, press.look),
    ];
  },
  review: ({ charge, wrong }, role, press) => [
    make(
      'div',
      { class: 'due' },
      make('p', { class: 'lead', text: roleWord('lead') }),
      make('p', { class: 'sum', text: charge.amount ? money(charge.amount, charge.currency) : word('chosenByYou') }),
    ),
    list(role.rows(charge)),
    ...(wrong ? [make('p', { class: 'wrong', role: 'alert', text: wrong })] : []),
    make(
      'div',
      { class: 'acts' },
      button(confirmWord(charge), 'main', press.pay),
      button(roleWord('decline'), 'quiet plain', press.decline),
      button(roleWord('another'), 'quiet', press.another),
    ),
  ],
  ...Object.fromEntries(Object.keys(RESULTS).map((face) => [face, result])),
};

/** What the main button says, such as `Confirm R$12.90`. */
export const confirmWord = ({ amount, currency }) => roleWord('confirm')(amount ? money(amount, currency) : '').trim();

function result({ face, charge, paid = charge }, role, press) {
  const { look, drawing } = RESULTS[face];
  const why = face === 'sent' ? (charge.isStatic ? word('paidStatic') : roleWord('sentTo')(charge.payee)) : roleWord(`${face}Why`);
  return [
    make(
      'div',
      { class: 'receipt', role: 'status' },
      make('span', { class: `disc ${look}` }, icon(drawing)),
      make('strong', { text: roleWord(face) }),
      make('span', { text: why }),
    ),
    list([
      [word('amount'), paid.amount ? money(paid.amount, paid.currency) : ''],
      [word('to'), charge.payee],
      [word('when'), timeOfDay(new Date())],
    ]),
    make(
      'div',
      { class: 'acts' },
      ...(face === 'held' ? [button(roleWord('confirmHeld'), 'main', press.pay)] : []),
      button(roleWord('another'), 'quiet', press.another),
    ),
  ];
}

/** Names and texts; a third word of a pair is how its row looks. */
const list = (pairs) =>
  make('dl', {}, ...pairs.filter(([, text]) => text).map(([name, text, look]) => make('div', { class: look }, make('dt', { text: name }), make('dd', { text, dir: look ? 'ltr' : undefined }))));

/** The field that takes what was not read by itself: a code pasted, scanned or typed. */
function form({ typed, wrong, isReady }, look) {
  const field = make('textarea', { id: 'paste', rows: 2, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', dir: 'ltr' });
  field.value = typed;
  if (wrong) {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', 'paste-error');
  }
  const element = make('form', { class: 'paste', novalidate: true }, make('label', { for: 'paste', text: roleWord('field') }), field);
  if (wrong) element.append(make('p', { class: 'error', id: 'paste-error', role: 'alert', text: wrong }));
  element.append(make('button', { class: isReady ? 'outlined' : 'main', text: roleWord('read') }));
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    look(field.value.trim());
  });
  return element;
}
