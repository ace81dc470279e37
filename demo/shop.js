import { byId, make } from './make.js';
import { EXAMPLES, GIFTS, GOODS, PAYERS, SCENARIOS } from './scenarios.js';
import { money, spoken } from './words.js';

/** The scenario shown: its name, and the attributes of the tag in the page. */
const shown = { name: 'checkout', attributes: {} };
const listeners = [];

/** The tag in the shop's page, or `null` before the first one stands. */
export const tag = () => byId('ticket').querySelector('pix-qr');

/** The scenario's name and the attributes as the shop would write them. */
export const pasted = () => shown;

/** Calls back when another tag stands in the page, or its attributes have changed. */
export const onShop = (listener) => listeners.push(listener);

/** Puts a new tag into the page: another scenario, or the same one again with a new order. */
export async function show(name = shown.name) {
  shown.name = name;
  const scenario = SCENARIOS[name];
  const attributes = { ...scenario.attributes };
  if (name === 'checkout') {
    const answer = await fetch('/demo/orders', { method: 'POST' });
    attributes.reference = (await answer.json()).reference;
    if (shown.name !== name) return;
  }
  shown.attributes = attributes;
  if (name === 'own') Object.assign(attributes, { code: EXAMPLES[0].code });
  byId('address').textContent = scenario.address;
  byId('shop-name').textContent = scenario.shop;
  byId('ticket').replaceChildren(make('pix-qr', attributes));
  byId('own-code').value = attributes.code ?? '';
  for (const each of Object.keys(SCENARIOS)) byId(`fill-${each}`).hidden = each !== name;
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
  const good = GOODS.find(({ amount }) => amount === attributes.amount);
  byId('items').textContent = name === 'checkout' ? (good?.items[spoken()] ?? '') : '';
  const amountChip = (amount) => chip(amount ? money(amount) : 'Any amount', amount === (attributes.amount ?? ''), () => set({ amount }));
  byId('amounts').replaceChildren(...GOODS.map(({ amount }) => amountChip(amount)));
  byId('gifts').replaceChildren(...GIFTS.map(amountChip));
}

/** Wires the chips and fields beside the tag. */
export function startShop() {
  byId('payers').replaceChildren(
    ...PAYERS.map(({ name, cpf }) => {
      const [button, written] = [chip(name, false, () => fill(cpf, button)), cpf.replace(/(...)(...)(...)(..)/, '$1.$2.$3-$4')];
      button.append(make('small', { text: written }));
      return button;
    }),
  );
  byId('examples').replaceChildren(
    ...EXAMPLES.map(({ name, code, amount = '' }) =>
      make('button', {
        type: 'button',
        text: name,
        onclick: () => {
          byId('own-code').value = code;
          set({ code, amount });
        },
      }),
    ),
  );
  byId('own-code').addEventListener('input', () => set({ code: byId('own-code').value.trim(), amount: '' }));
  byId('again').addEventListener('click', () => show());
  byId('scenario').addEventListener('change', () => show(byId('scenario').value));
  for (const button of document.querySelectorAll('[data-scenario]')) button.addEventListener('click', () => show(button.dataset.scenario));
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

function fill(cpf, pressed) {
  const element = tag();
  if (element) element.payer = { cpf };
  for (const button of byId('payers').children) button.setAttribute('aria-pressed', String(button === pressed));
}

function chip(text, pressed, onclick) {
  return make('button', { type: 'button', 'aria-pressed': String(pressed), text, onclick });
}

function changed() {
  drawShop();
  for (const listener of listeners) listener();
}
