import { add } from './log.js';
import { byId, make } from './make.js';
import { word } from './words.js';

/** Follows the server's own log of this visitor's orders; the browser opens the stream again by itself after a break. */
export function startKnows() {
  const list = byId('knows');
  list.replaceChildren(make('li', { class: 'empty', 'data-word': 'nothingKnown', text: word('nothingKnown') }));
  const stream = new EventSource('/demo/knows');
  stream.addEventListener('fact', (event) => {
    const { name, text, look, at } = JSON.parse(event.data);
    add(list, name, text, { look, at: new Date(at) });
  });
  addEventListener('pagehide', () => stream.close());
}
