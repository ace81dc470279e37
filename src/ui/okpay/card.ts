import { minorOf, type OkpayTexts } from '../../formats/okpay-fields.ts';
import type { Face } from '../okpay-button/face.ts';
import { h, sign, type Drawn, type Shape } from '../plain/shape.ts';
import { ALERT, CARD, SHIELD } from '../plain/signs.ts';

export { cardStyles } from './card-styles.ts';

/** A flask. */
const FLASK = 'M9 3v5l-5 9a1.5 1.5 0 0 0 1.3 2.2h11.4A1.5 1.5 0 0 0 18 17l-5-9V3M7.5 3h7M6.5 13.5h9';

/** What stands around the form: what is bought, what it costs, and why the button cannot be used. */
export function card(at: Face, form: Drawn, notes: Shape): readonly Shape[] {
  const { words, action, fixes, notice } = at;
  return [
    at.sandbox && h('p', { part: 'sandbox' }, sign(FLASK), words.sandbox),
    h('p', { part: 'heading' }, h('span', { part: 'mark' }, sign(CARD)), heading(at)),
    at.total && at.order.total && sums(at),
    { ...form, children: form.children.map((child) => (child === '' ? at.order.asks && field(at) : child)) },
    !action && (fixes ?? h('p', { part: 'status' }, sign(ALERT), h('span', {}, words.unusable))),
    notice && h('p', { class: 'error' }, sign(ALERT), h('span', {}, notice)),
    notes,
    at.total && action && h('p', { class: 'by' }, sign(SHIELD), h('span', {}, ...words.by.split(/(OKPAY)/).map((text) => (text === 'OKPAY' ? h('b', {}, text) : text)))),
  ];
}

function heading({ words, kind, label, merchant, action, order }: Face): string {
  if (action && order.total && !order.asks) return words.orderAt(merchant);
  return action && kind === 'donate' && merchant ? words.support(merchant) : label;
}

/** What the items cost, and what is added to it. */
function sums(at: Face): Drawn {
  const { words, order } = at;
  const { items } = order;
  const { shipping, handling, tax, total } = order.total!;
  const row = (name: string, minor: bigint): Drawn | false => minor > 0n && h('div', {}, h('dt', {}, name), h('dd', {}, at.money(minor)));
  const [only, more] = items;
  const pieces = BigInt(only?.['quantity'] || 1) - 1n;
  const next = (minorOf(only?.['shipping2'] ?? '') ?? 0n) * pieces;
  const shipped = more || !next ? [row(words.shipping, shipping)] : [row(words.firstPiece, shipping - next), row(words.morePieces(Number(pieces)), next)];
  return h('dl', {}, ...items.map((item) => row(...sold(at, item))), row(words.tax, tax), row(words.handling, handling), ...shipped, h('div', { class: 'whole' }, h('dt', {}, words.total), h('dd', { part: 'amount' }, at.money(total))));
}

function sold(at: Face, { name = '', quantity, price = '' }: OkpayTexts): [text: string, minor: bigint] {
  const each = minorOf(price) ?? 0n;
  return quantity && quantity !== '1' ? [at.words.item(name, quantity, at.money(each)), each * BigInt(quantity)] : [name, each];
}

/** Where the shopper types the amount. */
function field(at: Face): Drawn {
  const { words, order, wrong } = at;
  const symbol = words.money.texts[order.currency]?.replace('#', '').trim() ?? order.currency;
  const input = { id: 'amount', inputmode: 'decimal', autocomplete: 'off', dir: 'ltr', 'aria-invalid': wrong && 'true', 'aria-describedby': 'wrong', oninput: at.type };
  return h(
    'p',
    { part: 'field' },
    h('label', { for: 'amount' }, words.amount),
    h('span', { class: 'box' }, h('bdi', { 'aria-hidden': 'true' }, symbol), h('input', input)),
    h('span', { id: 'wrong', class: 'error' }, ...(wrong ? [sign(ALERT), h('span', {}, words.amountWrong)] : [])),
  );
}
