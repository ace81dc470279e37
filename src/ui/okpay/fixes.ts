import { okpayMust } from '../../formats/okpay-rules.ts';
import { allowedOrigins } from '../../formats/safe-url.ts';
import type { Order } from '../okpay-button/order.ts';
import { h, sign, type Drawn } from '../plain/shape.ts';
import { ALERT } from '../plain/signs.ts';

/** Something in a button's attributes that is wrong: where it is written, what stands there, and what it must be. */
export interface Fix {
  readonly attribute: string;
  /** OKPAY's whole name of it, where it is OKPAY's. */
  readonly variable?: string;
  readonly value: string;
  readonly rule: string;
  /** Without it nothing can be paid. */
  readonly stops: boolean;
}

/** A button, and in which attribute each of its variables is written. */
export interface Checked extends Element {
  readonly order: Order;
  readonly kind: string;
  readonly as: string;
  readonly ask: string;
  readonly target: string;
  readonly allowOrigins: string;
  /** Why the address of the form may not be followed. */
  readonly actionFault: string;
  readonly action: string;
  attributeOf(fault: Order['faults'][number]): string;
}

/** The attributes that are not OKPAY's, and what they must be. */
const OWN: readonly (readonly [name: 'kind' | 'as' | 'ask' | 'target', fits: RegExp, rule: string])[] = [
  ['kind', /^(buy|donate|top-up|subscribe)?$/, 'buy, donate, top-up or subscribe'],
  ['as', /^(button|link|image)?$/, 'button, link or image'],
  ['ask', /^(amount)?$/, 'amount, or left out'],
  ['target', /^(_self|_blank|_top|popup)?$/, '_self, _blank, _top or popup'],
];

/** A secret, by the name of its attribute and by its own looks. */
const SECRET = /secret|passw|(api|private)[-_]?key|access[-_]?token|="([sr]k_\w{4}|Bearer\s)|PRIVATE KEY-----/;
/** The beginnings of OKPAY's names: whoever writes one means a variable. */
const MEANT = /^(ok[-_]|item|payer|return|receiver|reciever|currency|invoice|price|fees)/;

/** Attributes that are none of the tag's, but were meant to be. */
function* misspelt(tag: Element): Iterable<Fix> {
  const { observedAttributes: known = [] } = tag.constructor as { readonly observedAttributes?: readonly string[] };
  for (const { name, value } of tag.attributes) {
    if (known.includes(name)) continue;
    if (SECRET.test(`${name}="${value}"`)) yield { attribute: name, value: '', rule: 'left out: it looks like a secret', stops: false };
    const letters = name.replace(/^ok[-_]/, '').replace(/[-_]/g, '');
    const meant = known.find((one) => one.replaceAll('-', '') === letters);
    if (meant || MEANT.test(name)) yield { attribute: name, value, rule: meant ? `written as ${meant}` : 'left out: there is no such attribute', stops: false };
  }
}

/** Everything that is wrong in a button's attributes and items. */
export function fixesOf(button: Checked): readonly Fix[] {
  const { order, action, actionFault, allowOrigins } = button;
  return [
    ...order.faults.map((fault): Fix => ({ attribute: button.attributeOf(fault), variable: fault.field, value: fault.value, rule: okpayMust(fault), stops: true })),
    ...(actionFault ? [{ attribute: 'action', value: action, rule: `an https: address (${actionFault})`, stops: true }] : []),
    ...OWN.flatMap(([attribute, fits, rule]) => (fits.test(button[attribute]) ? [] : [{ attribute, value: button[attribute], rule, stops: false }])),
    ...[button, ...button.querySelectorAll('okpay-item')].flatMap((tag) => [...misspelt(tag)]),
    ...allowedOrigins(allowOrigins).wrong.map((value) => ({ attribute: 'allow-origins', value, rule: 'origins such as https://pay.example, with spaces between them', stops: false })),
  ];
}

/** As it stands in the page. */
const written = ({ attribute, value }: Fix): string => (value ? `${attribute}="${value.slice(0, 80)}"` : attribute);

/** What is wrong, in a sentence for the developer. */
export const sentenceOf = (fix: Fix): string => `${written(fix)}${fix.variable ? ` (${fix.variable})` : ''}: it must be ${fix.rule}.`;

/** The list for the developer, in place of the sentence for the shopper. */
export const fixList = (fixes: readonly Fix[]): Drawn =>
  h(
    'div',
    { class: 'fixes', lang: 'en', dir: 'ltr' },
    h('p', {}, sign(ALERT), h('b', {}, fixes.length === 1 ? '1 thing to fix' : `${fixes.length} things to fix`)),
    ...fixes.flatMap((fix) => [h('code', {}, written(fix)), h('p', {}, `${fix.value ? 'Must be' : 'Missing: must be'} ${fix.rule}.`)]),
  );
