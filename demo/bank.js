import { button, byId, icon, make } from './make.js';
import { at, read as readCode } from './sandbox-client.js';
import { money, timeOfDay, word } from './words.js';

/**
 * What the phone shows: `face` is one of the functions of FACES, `code` the code it read, `charge` what the bank read in it,
 * `paid` the same with the amount that was really paid, `wrong` a sentence about what did not work.
 */
let state = { face: 'waiting' };
/** The code in the bank's hand and what became of it, for the happenings. */
export const bank = () => state;

/** The bank reads a code, as if the shopper had scanned it; what it cannot read it says on its screen. */
export async function read(code) {
  try {
    const charge = await readCode(code);
    go({ face: 'review', code, charge });
  } catch (error) {
    go({ face: 'waiting', typed: code, wrong: error.message });
  }
}

/** The phone forgets its code: the shop has started over. */
export const forget = () => go({ face: 'waiting' });

/** The shopper confirms on the phone, or does one of the other things of `at`; the phone shows what became of it. */
export async function act(name, face = OUTCOMES[name]) {
  const { code, charge } = state;
  byId('hint').textContent = '';
  try {
    const paid = (await at[name](code, charge)) ?? charge;
    if (state.code === code) go({ face, code, charge, paid });
  } catch (error) {
    go({ ...state, face: 'review', wrong: error.message });
  }
}

/** The clock in the phone's corner, and the first face. */
export function startBank() {
  const tick = () => (byId('phone-time').textContent = timeOfDay(new Date()));
  tick();
  setInterval(tick, 5000);
  byId('dock-confirm').addEventListener('click', () => act('pay'));
  byId('dock-decline').addEventListener('click', () => act('decline'));
  draw();
}

/** Draws the phone and the dock again, in the language chosen now. */
export function draw() {
  const face = byId('face');
  const held = face.contains(document.activeElement);
  face.replaceChildren(...FACES[state.face](state));
  // A keyboard that was on the phone stays on it when the button that was pressed is gone.
  if (held) face.focus();
  const ready = state.face === 'review';
  byId('dock-confirm').textContent = ready ? confirmWord(state.charge) : dockWord();
  byId('dock-confirm').disabled = !ready;
  byId('dock-decline').hidden = !ready;
}

const OUTCOMES = { pay: 'sent', wrongAmount: 'sent', payLate: 'sent', decline: 'declined', expire: 'expired', keepWaiting: 'held', refund: 'refunded' };
const confirmWord = ({ amount }) => word('confirm')(amount ? money(amount) : '').trim();
const dockWord = () => word(state.face === 'waiting' ? 'waiting' : RESULTS[state.face].title);

const FACES = {
  waiting: ({ typed = '', wrong }) => [
    make('p', { class: 'waiting' }, icon('scan'), make('strong', { text: word('waiting') }), make('span', { text: word('waitingWhy') })),
    pasteForm(typed, wrong),
  ],
  review: ({ charge, wrong }) => [
    ...sum(charge),
    rows(charge),
    ...(wrong ? [make('p', { class: 'wrong', role: 'alert', text: wrong })] : []),
    make(
      'div',
      { class: 'acts' },
      button(confirmWord(charge), 'main', () => act('pay')),
      button(word('decline'), 'quiet plain', () => act('decline')),
      button(word('paste'), 'quiet', pasteAnother),
    ),
  ],
  sent: result,
  declined: result,
  expired: result,
  held: result,
  refunded: result,
};

const RESULTS = {
  sent: { look: 'good', drawing: 'check', title: 'paid' },
  declined: { look: 'bad', drawing: 'cross', title: 'declined', why: 'declinedWhy' },
  expired: { look: 'calm', drawing: 'clock', title: 'expired', why: 'expiredWhy' },
  held: { look: 'calm', drawing: 'wait', title: 'held', why: 'heldWhy' },
  refunded: { look: 'calm', drawing: 'back', title: 'refunded', why: 'refundedWhy' },
};

function result({ face, charge, paid = charge }) {
  const { look, drawing, title, why } = RESULTS[face];
  const sentence = why ? word(why) : charge.isStatic ? word('paidStatic') : word('paidTo')(charge.payee);
  return [
    make(
      'div',
      { class: 'receipt', role: 'status' },
      make('span', { class: `disc ${look}` }, icon(drawing)),
      make('strong', { text: word(title) }),
      make('span', { text: sentence }),
    ),
    list([
      [word('amount'), paid.amount ? money(paid.amount) : ''],
      [word('to'), charge.payee],
      [word('when'), timeOfDay(new Date())],
    ]),
    make(
      'div',
      { class: 'acts' },
      ...(face === 'held' ? [button(word('confirmHeld'), 'main', () => act('pay'))] : []),
      button(word('paste'), 'quiet', pasteAnother),
    ),
  ];
}

const sum = (charge) => [
  make('p', { class: 'lead', text: word('payWithPix') }),
  make('p', { class: 'sum', text: charge.amount ? money(charge.amount) : word('chosenByYou') }),
];

const rows = (charge) =>
  list([
    [word('to'), charge.payee],
    [word('theirBank'), charge.bank],
    [word('key'), charge.key],
    [word('note'), charge.note],
    [word('from'), word('account')],
    [word('until'), charge.expiresAt ? timeOfDay(new Date(charge.expiresAt)) : ''],
  ]);

const list = (pairs) =>
  make('dl', {}, ...pairs.filter(([, text]) => text).map(([name, text]) => make('div', {}, make('dt', { text: name }), make('dd', { text }))));

function pasteForm(typed, wrong) {
  const field = make('textarea', { id: 'paste', rows: 2, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', dir: 'ltr' });
  field.value = typed;
  if (wrong) {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', 'paste-error');
  }
  const form = make('form', { class: 'paste', novalidate: true }, make('label', { for: 'paste', text: word('pasteLabel') }), field);
  if (wrong) form.append(make('p', { class: 'error', id: 'paste-error', role: 'alert', text: wrong }));
  form.append(make('button', { class: 'main', text: word('read') }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = field.value.trim();
    if (code) read(code);
    else go({ face: 'waiting', wrong: word('pasteMissing') });
  });
  return form;
}

function pasteAnother() {
  go({ face: 'waiting' });
  byId('paste').focus();
}

function go(next) {
  state = next;
  draw();
}
