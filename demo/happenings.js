import { act, bank } from './bank.js';
import { byId } from './make.js';
import { word } from './words.js';

/** What must be so before each happening, as the name of a sentence where it is not. */
const MISSING = {
  wrongAmount: ({ face, charge }) => open(face) ?? (charge.isStatic ? 'neverHeard' : undefined),
  expire: ({ face, charge }) => open(face) ?? (charge.isStatic ? 'neverExpires' : undefined),
  payLate: ({ face, charge }) =>
    charge?.isStatic ? 'neverLate' : ['review', 'held', 'expired', 'declined'].includes(face) ? undefined : 'needsCode',
  keepWaiting: ({ face, charge }) => open(face) ?? (charge.isStatic ? 'neverHeard' : undefined),
  refund: ({ face, charge }) => (face === 'sent' && !charge.isStatic ? undefined : 'payFirst'),
};
const open = (face) => (face === 'review' || face === 'held' ? undefined : 'needsCode');

/** Wires the buttons of the second list: each does its thing, or says what is missing. */
export function startHappenings() {
  for (const button of byId('happenings').querySelectorAll('button')) {
    const name = button.dataset.act;
    button.addEventListener('click', async () => {
      if (name === 'network') return cut(button);
      const missing = MISSING[name](bank());
      const done = missing ? undefined : act(name);
      say(missing ? word(missing) : word('done')[name]);
      await done;
    });
  }
}

/** Takes away the sentence below the buttons. */
export const hush = () => say('');

async function cut(button) {
  const gone = button.getAttribute('aria-pressed') !== 'true';
  await fetch('/demo/network', { method: 'POST', body: JSON.stringify({ cut: gone }) });
  button.setAttribute('aria-pressed', String(gone));
  say(word('done')[gone ? 'cut' : 'back']);
}

const say = (sentence) => (byId('hint').textContent = sentence);
