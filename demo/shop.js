import { byId, make } from './make.js';
import { EXAMPLES, FIRST, GIFTS, GOODS, PAYERS, SCENARIOS, WHOLE } from './scenarios.js';
import { inWords, money, word } from './words.js';

/** The scenario shown: its name, the attributes of the tag in the page, and whose CPF its form is filled in with. */
const shown = { name: 'checkout', attributes: {}, payer: {} };
const listeners = [];

/** The tag in the shop's page, or `null` before the first one stands. */
export const tag = () => byId('ticket').firstElementChild;

/** The scenario's tag, the attributes as the shop would write them, and those of what stands in it. */
export const pasted = () => ({ tag: SCENARIOS[shown.name].tag, attributes: shown.attributes, children: SCENARIOS[shown.name].children ?? [] });

/** How the shop is paid: a key of ROLES. */
export const method = () => SCENARIOS[shown.name].method;

/** Calls back when another tag stands in the page, or its attributes have changed. */
export const onShop = (listener) => listeners.push(listener);

/** Puts a new tag into the page: another scenario, or the same one again with a new order. */
export async function show(name = shown.name) {
  shown.name = name;
  const scenario = SCENARIOS[name];
  const attributes = { ...scenario.attributes };
  if ('reference' in attributes) {
    const answer = await fetch('/demo/orders', { method: 'POST' });
    attributes.reference = (await answer.json()).reference;
    if (shown.name !== name) return;
  }
  for (const at of WHOLE) if (attributes[at]) attributes[at] = new URL(attributes[at], location.href).href;
  Object.assign(shown, { attributes, payer: {} });
  if (name === 'own') Object.assign(attributes, { code: EXAMPLES[0].code });
  byId('address').textContent = scenario.address;
  byId('shop-name').textContent = scenario.shop;
  stand();
  byId('own-code').value = attributes.code ?? '';
  for (const fill of document.querySelectorAll('.fill')) fill.hidden = fill.id !== `fill-${name}`;
  byId('shop').dataset.method = scenario.method;
  for (const kinds of document.querySelectorAll('.kinds')) kinds.hidden = kinds.dataset.method !== scenario.method;
  for (const button of document.querySelectorAll('.tabs button')) button.setAttribute('aria-pressed', String(button.dataset.method === scenario.method));
  for (const button of document.querySelectorAll('[data-scenario]')) {
    button.setAttribute('aria-pressed', String(button.dataset.scenario === name));
  }
  byId('scenario').value = name;
  changed();
}

/** The helpers of the checkout serve only while its form stands. */
export const showFormFilling = (wanted) => {
  if (shown.name === 'checkout') byId('fill-checkout').hidden = !wanted;
};

/** Draws again what depends on the shopper's language. */
export function drawShop() {
  const { name, attributes } = shown;
  const bought = name === 'checkout' ? GOODS.find(({ amount }) => amount === attributes.amount)?.items : SCENARIOS[name].items;
  byId('items').textContent = bought ? inWords(bought) : '';
  for (const button of document.querySelectorAll('#amounts button, #gifts button')) {
    button.textContent = button.value ? money(button.value) : word('anyAmount');
    button.setAttribute('aria-pressed', String(button.value === (attributes.amount ?? '')));
  }
  for (const button of byId('payers').children) button.setAttribute('aria-pressed', String(button.value === shown.payer.cpf));
}

/** Wires the chips and fields beside the tag. */
export function startShop() {
  byId('gifts').replaceChildren(...GIFTS.map((amount) => chip('', amount, () => set({ amount }))));
  byId('amounts').replaceChildren(...GOODS.map(({ amount }) => chip('', amount, () => fillAmount(amount))));
  byId('payers').replaceChildren(
    ...PAYERS.map(({ name, cpf }) => {
      const button = chip(name, cpf, () => fillPayer({ cpf }));
      button.append(make('small', { text: cpf.replace(/(...)(...)(...)(..)/, '$1.$2.$3-$4') }));
      return button;
    }),
  );
  const example = ({ name, code, amount = '' }) => {
    const press = () => {
      byId('own-code').value = code;
      set({ code, amount });
    };
    return make('button', { type: 'button', 'data-word': name, text: word(name), onclick: press });
  };
  byId('examples').replaceChildren(...EXAMPLES.map(example));
  byId('own-code').addEventListener('input', () => set({ code: byId('own-code').value.trim(), amount: '' }));
  byId('again').addEventListener('click', () => show());
  byId('scenario').addEventListener('change', () => show(byId('scenario').value));
  for (const button of document.querySelectorAll('[data-scenario]')) button.addEventListener('click', () => show(button.dataset.scenario));
  for (const button of document.querySelectorAll('.tabs button')) button.addEventListener('click', () => show(FIRST[button.dataset.method]));
}

/** Writes attributes of the tag as a shop's own script would; an empty one is taken away. */
function set(attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    shown.attributes[name] = value;
    if (value) tag()?.setAttribute(name, value);
    else {
      delete shown.attributes[name];
      tag()?.removeAttribute(name);
    }
  }
  changed();
}

/** Fills the amount in, also where another was typed over the same one. */
function fillAmount(amount) {
  shown.attributes.amount = amount;
  // Only a change refills the field.
  tag().amount = '';
  tag().amount = amount;
  changed();
}

/** Fills in what the shop knows of the payer; what was typed besides stays. */
function fillPayer(payer) {
  shown.payer = payer;
  tag().payer = payer;
  changed();
}

/** Puts the tag into the page as a shop would write it, with what the shop already knows of the payer. */
function stand() {
  const { tag: name, children } = pasted();
  const element = make(name, shown.attributes, ...children.map((item) => make('okpay-item', item)));
  if (shown.name === 'checkout') element.payer = shown.payer;
  byId('ticket').replaceChildren(element);
}

const chip = (text, value, onclick) => make('button', { type: 'button', 'aria-pressed': 'false', text, value, onclick });

function changed() {
  drawShop();
  for (const listener of listeners) listener();
}
