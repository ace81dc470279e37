import { confirmWord, FACES } from './faces.js';
import { byId } from './make.js';
import { ROLES } from './roles.js';
import { roleWord, speakAs, timeOfDay } from './words.js';

let role = ROLES.pix;
/**
 * What the screen shows: `face` is one of FACES, `code` the text it read, `charge` what it found out about it, `paid` the same with
 * the amount that was really paid, `wrong` a sentence about what did not work, `shown` the text that stands in the shop.
 */
let state = { face: 'waiting' };
/** What is in this person's hand and what became of it, for the happenings. */
export const hand = () => state;

/** Who is played now: one of ROLES. */
export const played = () => role;

/** Plays the one who is on the other side of a method, such as `cash`. */
export function play(method) {
  if (role === ROLES[method]) return;
  role = ROLES[method];
  speakAs(role.name);
  go({ face: 'waiting' });
}

/** The shop shows another code, or none: it is read at once, unless this person does so by hand. */
export async function meet(shown) {
  if (shown === state.shown) return;
  go({ face: 'waiting', shown });
  if (shown && !role.byHand) await look(shown);
}

/** Reads a text, as if it had been scanned; what cannot be read is said on the screen. */
export async function look(code) {
  const { shown } = state;
  if (!code) return go({ face: 'waiting', shown, wrong: roleWord('missing') });
  const asked = role;
  const next = await asked.read(code).then(
    (charge) => ({ face: 'review', code, charge, shown }),
    ({ message }) => ({ face: 'waiting', typed: code, wrong: message, shown }),
  );
  if (role === asked && state.shown === shown) go(next);
}

/** Does one of the acts of the role; the screen shows what became of it. */
export async function act(name) {
  const { face, code, charge, shown } = state;
  const isOver = ['expired', 'declined', 'canceled'].includes(face);
  byId('hint').textContent = '';
  try {
    const paid = (await role.acts[name](code, charge, isOver)) ?? charge;
    if (state.code === code) go({ face: OUTCOMES[name] ?? face, code, charge, paid, shown });
  } catch (error) {
    go({ ...state, face: 'review', wrong: error.message });
  }
}

/** The clock in the device's corner, and the first face. */
export function startRole() {
  const tick = () => (byId('time').textContent = timeOfDay(new Date()));
  tick();
  setInterval(tick, 5000);
  byId('dock-confirm').addEventListener('click', () => (state.face === 'review' ? press.pay() : press.scan()));
  byId('dock-decline').addEventListener('click', press.decline);
  speakAs(role.name);
  draw();
}

/** Draws the device and the dock again, in the language chosen now. */
export function draw() {
  const face = byId('face');
  const held = face.contains(document.activeElement);
  byId('device').dataset.device = role.device;
  byId('device-icon').setAttribute('href', `#i-${role.device}`);
  face.replaceChildren(...FACES[state.face](state, role, press));
  // A keyboard that was on the device stays on it when the button that was pressed is gone.
  if (held) face.focus();
  const canPay = state.face === 'review';
  const canScan = state.face === 'waiting' && role.byHand && state.shown;
  byId('dock-confirm').textContent = canPay ? confirmWord(state.charge) : roleWord(canScan ? 'scan' : state.face);
  byId('dock-confirm').disabled = !canPay && !canScan;
  byId('dock-decline').hidden = !canPay;
}

const OUTCOMES = { pay: 'sent', wrongAmount: 'sent', payLate: 'sent', decline: 'declined', cancel: 'canceled', expire: 'expired', keepWaiting: 'held', refund: 'refunded' };

const press = {
  pay: () => act('pay'),
  decline: () => act('decline'),
  scan: () => look(state.shown),
  look,
  another() {
    go({ face: 'waiting', shown: state.shown });
    byId('paste').focus();
  },
};

function go(next) {
  state = next;
  draw();
}
