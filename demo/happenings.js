import { byId } from './make.js';
import { act, hand, look, played } from './role.js';
import { roleWord, word } from './words.js';

/** What must be so before each happening, as the name of a sentence where it is not. */
const MISSING = {
  wrongAmount: ({ face, charge }) => open(face) ?? (charge.isStatic ? 'neverHeard' : undefined),
  cancel: ({ face }) => open(face),
  expire: ({ face, charge }) => open(face) ?? (charge.isStatic ? 'neverExpires' : undefined),
  payLate: ({ face, charge }) =>
    charge?.isStatic ? 'neverLate' : ['review', 'held', 'expired', 'declined', 'canceled'].includes(face) ? undefined : 'needsCode',
  keepWaiting: ({ face, charge }) => open(face) ?? (charge.isStatic ? 'neverHeard' : undefined),
  refund: ({ face, charge }) => (face === 'sent' && !charge.isStatic ? undefined : 'payFirst'),
  test: ({ charge }) => (charge ? undefined : 'needsCode'),
  callBackAgain: ({ face }) => (['waiting', 'review'].includes(face) ? 'tellFirst' : undefined),
};
const open = (face) => (face === 'review' || face === 'held' ? undefined : 'needsCode');

/** Wires the buttons of the second list: each does its thing, or says what is missing. */
export function startHappenings() {
  for (const button of buttons()) {
    const name = button.dataset.act;
    button.addEventListener('click', async () => {
      if (name === 'network') return cut(button);
      // Whoever reads by hand need not do so first when something is to happen.
      if (hand().face === 'waiting' && hand().shown) await look(hand().shown);
      const missing = MISSING[name](hand());
      const done = missing ? undefined : act(name);
      say(missing ? (roleWord(missing) ?? word(missing)) : (roleWord('done')?.[name] ?? word('done')[name]));
      await done;
    });
  }
}

/** Shows what may happen with the one who is played now. */
export function offerHappenings() {
  for (const button of buttons()) button.hidden = !played().happens.includes(button.dataset.act);
}

/** Takes away the sentence below the buttons. */
export const hush = () => say('');

async function cut(button) {
  const gone = button.getAttribute('aria-pressed') !== 'true';
  await fetch('/demo/network', { method: 'POST', body: JSON.stringify({ cut: gone }) });
  button.setAttribute('aria-pressed', String(gone));
  say(word('done')[gone ? 'cut' : 'back']);
}

const buttons = () => byId('happenings').querySelectorAll('button');
const say = (sentence) => (byId('hint').textContent = sentence);
