import type { OkpayFields } from '../../formats/okpay-fields.ts';
import type { SafeUrl } from '../../formats/safe-url.ts';
import type { OkpayButtonWords } from '../../locales/en/okpay-button.ts';
import type { card } from '../okpay/card.ts';
import { h, sign, type Drawn, type Shape } from '../plain/shape.ts';
import type { KINDS } from './facing.ts';
import type { Order } from './order.ts';

/** Line drawings of 22 units: a lock, and three quarters of a ring. */
const LOCK = 'M6 10h10v8H6zM8 10V7a3 3 0 0 1 6 0v3';
const RING = 'M11 3a8 8 0 1 1-8 8';

/** What is shown of a button, and what is done where something of it is pressed or typed. */
export interface Face {
  readonly words: OkpayButtonWords;
  readonly order: Order;
  readonly fields: OkpayFields;
  readonly kind: keyof typeof KINDS;
  /** What the button does, in its kind's words, and in one. */
  readonly label: string;
  readonly word: string;
  /** What is to be paid as the shopper reads it; empty where the buyer chooses. */
  readonly amount: string;
  readonly shape: 'button' | 'link' | 'image';
  readonly merchant: string;
  /** The card of the order. */
  readonly total: boolean;
  readonly sandbox: boolean;
  readonly target: string;
  /** Undefined where the button cannot be used. */
  readonly action: SafeUrl | undefined;
  /** The payment as a link, where nothing has to be asked for before. */
  readonly href: SafeUrl | undefined;
  readonly busy: boolean;
  /** What was typed is no amount. */
  readonly wrong: boolean;
  /** What is said of a try that has failed. */
  readonly notice: string;
  /** What the developer has to mend. */
  readonly fixes: Drawn | undefined;
  /** What stands around the button, where there is more to say. */
  readonly card: typeof card | undefined;
  money(minor: bigint): string;
  press(event: Event): void;
  type(event: Event): void;
}

/** The button as it stands on the page, bare or on a card. */
export function face(at: Face): Shape[] {
  const { words, busy, notice, shape } = at;
  const { lang } = words;
  const act = at.href && !at.card ? link(at, at.href) : form(at);
  const noted = h('p', { class: 'note' }, notes(at));
  return [
    h('div', { part: 'panel', lang, class: at.card ? 'card' : shape }, ...(at.card?.(at, act, noted) ?? [act, notice && h('p', { class: 'error' }, notice), noted])),
    h('p', { class: 'aloud', role: 'status', lang }, busy ? words.opening : notice),
  ];
}

function notes({ words, order, action, target, card }: Face): string {
  const host = action && new URL(action).hostname.replace(/^www\./, '');
  const going = host && (/^_(self|top)$/.test(target) ? words.leave(host) : words.newWindow(host));
  return [host && !order.total && !order.asks && words.chooses, order.form['fees'] === '1' && words.fee, card && going].filter(Boolean).join(' ');
}

const link = (at: Face, href: SafeUrl): Drawn =>
  h('a', { part: 'button', class: 'link', href, target: at.target, rel: 'noopener', onclick: at.press, onauxclick: at.press }, at.busy ? at.words.opening : inOneLine(at));

/** What is done and how much, as a sentence. */
const inOneLine = ({ words, kind, label, amount }: Face): string => (!amount ? label : kind ? `${label} \u00b7 ${amount}` : words.payAmount(amount));

/** The form that OKPAY is sent, in the order of its fields, and the one button that sends it. */
function form(at: Face): Drawn {
  const { words, action, amount, busy, card, kind, label, press, shape, target, word } = at;
  const text = busy
    ? [h('span', { class: 'spin' }, sign(RING)), words.opening]
    : [shape !== 'link' && sign(LOCK), shape === 'button' ? label : shape === 'image' ? word : inOneLine(at), shape === 'button' && amount && h('span', { class: 'sum' }, amount)];
  const look = shape === 'link' ? shape : !card && /^(donate|top-up)$/.test(kind) ? 'outlined' : 'main';
  return h(
    'form',
    { part: 'form', method: 'post', action, target, rel: 'noopener', 'accept-charset': 'utf-8', novalidate: true, onsubmit: press },
    // One place for all of them, and one for what the card puts before the button: what stands beside them stays where it is.
    h('span', { hidden: true }, ...at.fields.map(([name, value]) => h('input', { type: 'hidden', name, value }))),
    '',
    h('button', { part: 'button', class: look, disabled: !action, 'aria-disabled': busy && 'true', 'aria-label': shape === 'image' && !busy && inOneLine(at), onclick: press, onauxclick: press }, ...text),
  );
}
