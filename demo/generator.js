import { buttonOf, readGiven, tagText } from './generator-code.js';
import { FIRST_OF_ITEM, LOOKS, fieldOf, selectOf } from './generator-fields.js';
import { byId, button, make } from './make.js';

/** The one table of variables, as the tags and the checks read it, and what may be chosen. */
const { form: FORM, item: ITEM, ...choices } = await (await fetch('/demo/okpay-variables.json')).json();

/** Where each variable of the form is asked for. */
const PLACES = {
  receiver: ({ name }) => ['receiver', 'currency', 'invoice', 'fees'].includes(name),
  payer: ({ name }) => name.startsWith('payer_'),
  extra: () => true,
};

const SANDBOX = new URL('/okpay-checkout/process.html', location.href).href;

/** What is filled in: texts by variable without `ok_`, of the form and of each item, and the attributes for looks. */
let state = { form: { receiver: 'OK702746927', currency: 'USD' }, items: [{ name: 'OKPAY Poster', price: '100' }], looks: {} };

/** What can be copied: a name, what it is for, and the text, which is made of the button that stands in the page. */
const KINDS = {
  Tag: ['For pages with our script: it follows your changes, speaks nine languages, and shows what has become of the payment.', () => tagText(state)],
  HTML: ['For any page, without a script.', (element) => element.toFormHTML()],
  Link: ['For e-mails and messages.', (element) => element.toURL()],
  'Link in HTML': ['For a page that strips forms.', (element) => element.toLinkHTML()],
};
let kind = 'Tag';

/** Draws the fields anew: another number of items, or other texts than those typed. */
function drawForm() {
  const taken = new Set();
  for (const [place, isHere] of Object.entries(PLACES)) {
    const here = FORM.filter((variable) => !taken.has(variable) && isHere(variable));
    for (const variable of here) taken.add(variable);
    fill(document.querySelector(`[data-fields="${place}"]`), here, state.form);
  }
  byId('items').replaceChildren(...state.items.map(itemOf));
  const total = make('input', { type: 'checkbox', checked: state.looks.total });
  total.addEventListener('change', () => look('total', total.checked));
  document.querySelector('[data-fields="looks"]').replaceChildren(
    ...LOOKS.map(([name, label, options]) => {
      const select = selectOf(options, state.looks[name] ?? '');
      select.addEventListener('input', () => look(name, select.value));
      return make('label', { class: 'field' }, make('span', { text: label }), select);
    }),
    make('label', { class: 'check' }, total, make('span', { text: 'With the parts of the total' })),
  );
}

function fill(place, variables, texts) {
  place.replaceChildren(
    ...variables.map((variable) =>
      fieldOf({ variable, value: texts[variable.name] ?? '', choices }, (text) => {
        texts[variable.name] = text.trim();
        draw();
      }),
    ),
  );
}

function itemOf(item, at) {
  const legend = make('legend', {}, make('span', { text: state.items.length > 1 ? `Item ${at + 1}` : 'The item' }));
  if (state.items.length > 1) {
    legend.append(
      button('Remove', 'quiet', () => {
        state.items.splice(at, 1);
        drawForm();
        draw();
        byId('add').focus();
      }),
    );
  }
  const [first, more] = [make('div', { class: 'fields' }), make('div', { class: 'fields' })];
  fill(first, ITEM.filter(({ name }) => FIRST_OF_ITEM.includes(name)), item);
  fill(more, ITEM.filter(({ name }) => !FIRST_OF_ITEM.includes(name)), item);
  const isOpen = ITEM.some(({ name }) => item[name] && !FIRST_OF_ITEM.includes(name));
  return make('fieldset', { class: 'item' }, legend, first, make('details', { open: isOpen }, make('summary', { text: 'Shipping, tax, and fields of your own' }), more));
}

function look(name, value) {
  state.looks[name] = value;
  draw();
}

/** Draws the button and what can be copied of it. */
function draw() {
  for (const wrong of document.querySelectorAll('.generator .wrong')) wrong.remove();
  for (const input of document.querySelectorAll('.generator [aria-invalid]')) input.removeAttribute('aria-invalid');
  byId('preview').replaceChildren(buttonOf(state, { action: SANDBOX }));
  drawCode();
}

/** Says beside a field what its button finds wrong in it: `item-price`, or `okpay-item:nth(2) price` of the second item. */
function mark({ code, cause, message }) {
  if (code !== 'invalid-attribute') return;
  const { field = '' } = cause;
  const [, number, name] = /^okpay-item:nth\((\d+)\) (.+)$/.exec(field) ?? [];
  const isItem = number || field.startsWith('item-');
  const place = isItem ? byId('items').children[(number ?? 1) - 1] : byId('form');
  const variable = (name ?? field.replace(/^item-/, '')).replaceAll('-', '_');
  const asked = [...(place?.querySelectorAll(`[data-variable="${variable}"]`) ?? [])].find((label) => isItem || !label.closest('.item'));
  asked?.querySelector('input, select').setAttribute('aria-invalid', 'true');
  // What is wrong is seen, also in a part that was closed.
  for (let part = asked?.closest('details'); part; part = part.parentElement.closest('details')) part.open = true;
  asked?.append(make('small', { class: 'wrong', role: 'alert', text: message.replace(/^[^:]*(nth\(\d+\))?[^:]*: it/, 'It') }));
}

function drawCode() {
  const [about, textOf] = KINDS[kind];
  byId('about').textContent = about;
  byId('kinds').replaceChildren(
    ...Object.keys(KINDS).map((name) => {
      const choice = button(name, '', () => {
        kind = name;
        drawCode();
        byId('kinds').querySelector('[aria-pressed="true"]').focus();
      });
      choice.setAttribute('aria-pressed', String(name === kind));
      return choice;
    }),
  );
  const code = byId('code');
  const element = byId('preview').firstElementChild;
  customElements.whenDefined('okpay-button').then(async () => {
    await element.updateComplete;
    if (element !== byId('preview').firstElementChild) return;
    // What is copied leads to OKPAY, not to the sandbox.
    element.action = '';
    const text = element.toURL() && textOf(element);
    element.action = SANDBOX;
    code.textContent = text || 'There is something to fix first: see above.';
    byId('copy').disabled = !text;
  });
}

byId('preview').addEventListener('payment-error', mark);

byId('add').addEventListener('click', () => {
  state.items.push({ name: '', price: '' });
  drawForm();
  draw();
  byId('items').lastElementChild.querySelector('input').focus();
});

byId('given').addEventListener('input', () => {
  const text = byId('given').value.trim();
  const read = readGiven(text, { form: FORM, item: ITEM });
  byId('given-said').textContent = !text ? '' : read ? 'Filled in below.' : 'There is nothing of OKPAY in it.';
  if (!read) return;
  state = { ...read, items: read.items.length ? read.items : [{}], looks: state.looks };
  drawForm();
  draw();
});

byId('form').addEventListener('submit', (event) => event.preventDefault());

byId('copy').addEventListener('click', async () => {
  const words = byId('copy').querySelector('span');
  try {
    await navigator.clipboard.writeText(byId('code').textContent);
    words.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(byId('code'));
    words.textContent = 'Selected: press Ctrl+C or ⌘C';
  }
  setTimeout(() => (words.textContent = 'Copy'), 4000);
});

drawForm();
draw();
