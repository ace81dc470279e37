import { inWords, isInstant, wrongFields } from '../../formats/payment-answer.ts';
import { Problem } from '../../formats/problem.ts';
import { allowedOrigins, allowedSchemes, safeUrl } from '../../formats/safe-url.ts';
import type { PaymentElement } from '../payment-element.ts';
import { textOf, written } from './links.ts';

type Rule = readonly [fits: (text: string) => boolean, words: string];

/** What a server takes as the name of an order. */
const LABEL: Rule = [(text) => text.length <= 128 && /^\P{C}*$/u.test(text), 'write at most 128 characters, every one of them visible'];

/** What an attribute must be that says neither what is paid nor how: those are judged where they are read. */
const RULES: Readonly<Record<string, Rule>> = {
  'expires-at': [(text) => !text || isInstant(text), 'write ISO 8601 with offset, such as "2026-11-21T12:00:00Z"'],
  reference: LABEL,
  merchant: LABEL,
  ask: [(text) => /^(amount(\s+cpf)?|cpf(\s+amount)?)?$/.test(text), 'write amount, cpf, or both with a space between them'],
  amounts: [(text) => /^((?!0\.00)(0|[1-9]\d{0,14})\.\d\d(\s+|$))*$/.test(text), 'write amounts with two decimals, such as "10.00 25.00 50.00", with spaces between them'],
  desktop: [(text) => /^(landing)?$/.test(text), 'write landing, or leave it out'],
  sandbox: [(text) => /^(true|false|sandbox)?$/.test(text), 'it counts as true; leave it out where money moves'],
};

/** A secret, by the name of its attribute and by its own looks. */
const SECRET_NAME = /secret|passw|(api|private)[-_]?key|access[-_]?token/;
const SECRET_VALUE = /^[sr]k_\w{4}|^Bearer\s|PRIVATE KEY-----/;

/**
 * Everything wrong in what the page has written that does not change what may be paid: the tag goes on without it, or as well as it
 * can. Each Problem names the attribute or field, its value and what it should be; of what looks like a secret the name alone.
 */
export function* mistakesIn(host: PaymentElement): Iterable<Problem> {
  const { observedAttributes } = host.constructor as typeof PaymentElement;
  for (const name of observedAttributes) {
    const text = textOf(host, name);
    const [fits, words] = RULES[name] ?? [];
    if (fits && !fits(text)) yield mistake(name, text, words!);
    if (/-ur[il]$/.test(name) && text) yield* unsafe(name, text);
  }
  for (const { name, value } of host.attributes) {
    if (SECRET_NAME.test(name) || SECRET_VALUE.test(value)) yield mistake(name, undefined, 'this looks like a secret that everybody can read here; replace it, and keep it on the server');
    const meant = observedAttributes.find((known) => known !== name && known.replaceAll('-', '') === name.replace(/[-_]/g, ''));
    if (meant) yield mistake(name, value, `write ${meant}`);
  }
  for (const entry of allowedOrigins(host.allowOrigins).wrong) yield mistake('allow-origins', entry, 'write origins such as https://pay.example, with spaces between them');
  for (const entry of allowedSchemes(host.allowSchemes).wrong) yield mistake('allow-schemes', entry, 'write schemes such as upi, with spaces between them, none that runs script or opens files');
  for (const [field, value, words] of wrongFields(host.payment)) yield mistake(`payment.${field}`, value, `it must be ${words}`);
  yield* host.mistakes?.() ?? [];
  yield* wrongWords('messages', host.states, host.messages);
}

/** What `typeof` calls a word, as a developer reads it. */
const KINDS: Readonly<Record<string, string>> = { string: 'text', function: 'a function', object: 'an object' };

/** The page's own words that are none of the tag's, or of another kind, and so have not taken their place. */
function* wrongWords(path: string, words: object, own: unknown): Iterable<Problem> {
  for (const [key, value] of Object.entries(own ?? {})) {
    const word: unknown = Object.hasOwn(words, key) ? Reflect.get(words, key) : undefined;
    const kind = Array.isArray(word) ? 'a list of texts' : (KINDS[typeof word] ?? typeof word);
    if (value && typeof value === 'object' && kind === KINDS['object']) yield* wrongWords(`${path}.${key}`, word as object, value);
    else if (value !== undefined && word !== value) yield mistake(`${path}.${key}`, value, word === undefined ? 'there is no such word' : `it must be ${kind}`);
  }
}

function* unsafe(field: string, value: string): Iterable<Problem> {
  try {
    safeUrl(value, written(field));
  } catch (problem) {
    yield problem as Problem;
  }
}

const mistake = (field: string, value: unknown, rule: string): Problem =>
  new Problem('invalid-attribute', `${field}${value === undefined ? '' : `=${inWords(value)}`}: ${rule}.`, { field, value: typeof value === 'string' ? value : undefined });
