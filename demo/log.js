import { byId, make } from './make.js';
import { word } from './words.js';

const EVENTS = {
  'payment-create': (event) => [`${event.request.method} ${new URL(event.request.url).pathname}`],
  'payment-status': (event) => [event.status, event.source],
  'payment-paid': (event) => [event.late ? 'late' : version(event)],
  'payment-failed': (event) => [version(event)],
  'payment-expired': (event) => [version(event)],
  'payment-canceled': (event) => [version(event)],
  'payment-refunded': (event) => [version(event)],
  'payment-error': (event) => [`${event.code}, ${event.recoverable ? 'recoverable' : 'final'}`],
  'payment-recovered': () => [],
  'payment-copy': (event) => [`${event.text.length} characters`],
  'payment-open': (event) => [new URL(event.url).protocol],
  'payment-redirect': (event) => [`to ${new URL(event.url).pathname}`],
};
const LOOKS = { 'payment-paid': 'good', 'payment-error': 'warn', 'payment-failed': 'bad' };
const MOST = 200;
let count = 0;

/** Writes down every event that the tags in `root` send, newest first. */
export function startLog(root) {
  for (const [type, details] of Object.entries(EVENTS)) {
    root.addEventListener(type, (event) => {
      const [text = '', source] = details(event);
      add(byId('hears'), type, text, { look: LOOKS[type], source });
      tell(count + 1);
    });
  }
  byId('hears-clear').addEventListener('click', () => {
    byId('hears').replaceChildren();
    tell(0);
  });
  tell(0);
}

/** One line of a log: the time of day, a word, what there is to say about it; `look` is `good`, `warn`, `bad` or nothing. */
export function add(list, name, text, { look, source, at = new Date() } = {}) {
  list.querySelector('.empty')?.remove();
  const line = make('li', { class: look }, make('time', { datetime: at.toISOString(), text: clock(at) }), make('b', { text: name }));
  if (text) line.append(make('span', { text }));
  if (source) (line.lastElementChild ?? line).append(make('kbd', { text: source }));
  list.prepend(line);
  while (list.children.length > MOST) list.lastElementChild.remove();
}

const version = (event) => (event.payment.version === undefined ? '' : `version ${event.payment.version}`);
const clock = (date) => date.toLocaleTimeString('en-GB');

function tell(heard) {
  count = heard;
  byId('hears-count').textContent = String(count);
  byId('badge').textContent = count ? String(count) : '';
  if (!count) byId('hears').replaceChildren(make('li', { class: 'empty', 'data-word': 'nothingHeard', text: word('nothingHeard') }));
}
