import { act, bank } from './bank.js';
import { byId } from './make.js';

const NEEDS_CODE = 'There is no code to pay yet: get one in the shop.';

/** What must be so before each happening, as a sentence where it is not. */
const MISSING = {
  wrongAmount: ({ face, charge }) => open(face) ?? (charge.isStatic ? 'The shop cannot hear of a static code.' : undefined),
  expire: ({ face, charge }) => open(face) ?? (charge.isStatic ? 'A static code never expires.' : undefined),
  payLate: ({ face, charge }) =>
    charge?.isStatic ? 'A static code is never too late.' : ['review', 'held', 'expired', 'declined'].includes(face) ? undefined : NEEDS_CODE,
  keepWaiting: ({ face, charge }) => open(face) ?? (charge.isStatic ? 'The shop cannot hear of a static code.' : undefined),
  refund: ({ face, charge }) => (face === 'sent' && !charge.isStatic ? undefined : 'Pay first, then it can be given back.'),
};
const open = (face) => (face === 'review' || face === 'held' ? undefined : NEEDS_CODE);

const SAID = {
  wrongAmount: 'Ten centavos less than asked: the server holds it for review.',
  expire: 'The time is over. The tag asks the server, which says so.',
  payLate: 'Paid after its time. The shop hears of it once, as late.',
  keepWaiting: 'The bank takes its time. The shopper is asked not to pay again.',
  refund: 'The money goes back; the shop hears of it.',
};

/** Wires the buttons of the second list: each does its thing, or says what is missing. */
export function startHappenings() {
  for (const button of byId('happenings').querySelectorAll('button')) {
    const name = button.dataset.act;
    button.addEventListener('click', async () => {
      if (name === 'network') return cut(button);
      const missing = MISSING[name](bank());
      const done = missing ? undefined : act(name);
      say(missing ?? SAID[name]);
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
  say(gone ? 'The shop’s requests die on their way. The bank still works.' : 'The network is back: the tag asks again by itself.');
}

const say = (sentence) => (byId('hint').textContent = sentence);
