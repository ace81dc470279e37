/** `item_price` is written `item-price`. */
const kebab = (name) => name.replaceAll('_', '-');

/** The attributes of a button for what is filled in, in the order of OKPAY's samples; several items become children. */
export function attributesOf({ form, items, looks }) {
  const [item, another] = items;
  const own = another ? {} : Object.fromEntries(written(item).map(([name, value]) => [`item-${name}`, value]));
  return { ...Object.fromEntries(written(form)), ...own, ...looks };
}

/** Puts a button, and its items where there are several, into the page. */
export function buttonOf(state, more = {}) {
  const element = document.createElement('okpay-button');
  for (const [name, value] of Object.entries({ ...attributesOf(state), ...more })) if (value) element.setAttribute(name, value === true ? '' : value);
  for (const item of several(state)) {
    const child = document.createElement('okpay-item');
    for (const [name, value] of written(item)) child.setAttribute(name, value);
    element.append(child);
  }
  return element;
}

/** The same as a page would write it. */
export function tagText(state) {
  const open = (tag, attributes) => `<${tag}${attributes.filter(([, value]) => value).map(([name, value]) => (value === true ? `\n  ${name}` : `\n  ${name}="${escaped(value)}"`)).join('')}`;
  const items = several(state).map((item) => `  <okpay-item${written(item).map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}></okpay-item>\n`);
  return `<script type="module" src="/paytags/paytags.js"></script>\n${open('okpay-button', Object.entries(attributesOf(state)))}\n>${items.length ? `\n${items.join('')}` : ''}</okpay-button>`;
}

/**
 * What a link or the HTML of a form says, as variables without `ok_`; undefined where it says nothing of OKPAY. Only what the table has counts:
 * any other name would become an attribute, such as `onclick` or `action`.
 *
 * @param table - The variables of the form and of an item.
 */
export function readGiven(text, { form: FORM, item: ITEM }) {
  const query = /[?&](ok_[^\s"'<>]*)/.exec(text)?.[1];
  const pairs = query ? [...new URLSearchParams(unescaped(query))] : [...text.matchAll(/<input\b[^>]*>/gi)].map(([input]) => ['name', 'value'].map((name) => unescaped(new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(input)?.slice(1).join('') ?? '')));
  const form = {};
  const items = [];
  for (const [name, value] of pairs) {
    const [, number, ofItem, ofForm] = /^ok_(?:item_([1-9]\d?)_(\w+)|(\w+))$/.exec(name) ?? [];
    if (has(ITEM, ofItem)) (items[number - 1] ??= {})[ofItem] = value;
    else if (has(FORM, ofForm)) form[ofForm] = value;
  }
  return items.length || form.receiver ? { form, items: Array.from(items, (item) => item ?? {}) } : undefined;
}

const has = (variables, name) => variables.some((variable) => variable.name === name);
const several = ({ items }) => (items.length > 1 ? items : []);
const written = (texts) => Object.entries(texts).flatMap(([name, value]) => (value ? [[kebab(name), value]] : []));

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
const SIGNS = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => SIGNS[name]);
