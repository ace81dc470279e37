import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { answered, ScriptedBrowser, type Tab } from './scripted-browser.ts';
import { Tag } from './tag.ts';

const EVENTS = 'https://shop.example/payments/1/events';

/** What one opening of the stream gives: pieces that the test pushes, until it ends. */
class Pipe {
  #queue: (Uint8Array | undefined)[] = [];
  #wake: (() => void) | undefined;
  readonly response: Response;
  aborted = false;

  constructor(signal: AbortSignal, status = 200, type = 'text/event-stream') {
    signal.addEventListener('abort', () => {
      this.aborted = true;
      this.#wake?.();
    });
    const read = async (): Promise<{ done: boolean; value?: Uint8Array }> => {
      while (!this.#queue.length && !this.aborted) await new Promise<void>((wake) => (this.#wake = wake));
      const value = this.#queue.shift();
      if (this.aborted) throw new DOMException('aborted', 'AbortError');
      return value ? { done: false, value } : { done: true };
    };
    this.response = { status, ok: status === 200, url: EVENTS, headers: new Headers({ 'content-type': type }), body: { getReader: () => ({ read }) } } as unknown as Response;
  }

  push(text: string): void {
    this.#queue.push(new TextEncoder().encode(text));
    this.#wake?.();
  }

  end(): void {
    this.#queue.push(undefined);
    this.#wake?.();
  }
}

interface Pushing {
  readonly pipes: Pipe[];
  readonly ids: (string | null)[];
  says: Record<string, unknown>;
  readonly browser: ScriptedBrowser;
  readonly tags: Tag[];
}

/** A shop that pushes: one tag in each of so many tabs, and what the streams were asked with. */
async function pushing(tabs = 1, { status = 200, type = 'text/event-stream', mute = false } = {}) {
  const shop: Pushing = {
    pipes: [],
    ids: [],
    says: { status: 'pending' },
    browser: new ScriptedBrowser(async (request, signal): Promise<Response> => {
      if (request.url !== EVENTS) return answered(shop.says);
      shop.ids.push(request.headers.get('last-event-id'));
      if (mute) return new Promise(() => undefined);
      const pipe = new Pipe(signal, status, type);
      shop.pipes.push(pipe);
      return pipe.response;
    }),
    tags: [],
  };
  for (let tab = 0; tab < tabs; tab++) {
    const tag = new Tag();
    tag.eventsUrl = EVENTS;
    tag.show(shop.browser.open());
    tag.watch!.listen();
    shop.tags.push(tag);
  }
  await opened(shop.browser, 1);
  return shop;
}

/** The code that reads streams is fetched, which takes turns of the event loop, and no scripted time. */
async function opened(browser: ScriptedBrowser, count: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (browser.tabs.flatMap(streams).length < count && Date.now() < deadline) await turn();
  await browser.pass(0);
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const event = (status: string, version: number) => `event: status\nid: ${version}\ndata: ${JSON.stringify({ status, version })}\n\n`;
const polls = ({ asked }: Tab) => asked.filter(({ url }) => url !== EVENTS).map(({ at }) => at);
const streams = ({ asked }: Tab) => asked.filter(({ url }) => url === EVENTS).map(({ at }) => at);

describe('pushed news', () => {
  before(() => import('../../../src/ui/watch/stream.ts'));

  it('is heard within the same moment, told once, and the stream is closed with the end', async () => {
    const { browser, pipes, tags } = await pushing();
    pipes[0]!.push(event('processing', 2));
    await browser.pass(0);
    assert.deepEqual([tags[0]!.status, tags[0]!.sources.at(-1)], ['processing', 'push']);
    pipes[0]!.push(event('paid', 3) + event('paid', 3));
    await browser.pass(0);
    assert.deepEqual(tags[0]!.heard, ['pending', 'processing', 'paid', 'payment-paid']);
    await turn();
    await browser.pass(600_000);
    assert.deepEqual([pipes[0]!.aborted, browser.timers, browser.locks.size, streams(browser.tabs[0]!).length], [true, 0, 0, 1]);
  });

  it('a pushed word that is late is dropped, and a poll that is late too', async () => {
    const { browser, pipes, tags } = await pushing();
    pipes[0]!.push(event('processing', 5) + event('pending', 4));
    await browser.pass(40_000);
    assert.deepEqual(tags[0]!.heard, ['pending', 'processing']);
  });

  it('at most 35 requests in 15 minutes, with a stream that lives for ten', async () => {
    const { browser, pipes } = await pushing();
    for (let minute = 0; minute < 15; minute++) {
      for (let beat = 0; beat < 4; beat++) {
        pipes.at(-1)!.push(': \n');
        await browser.pass(15_000);
      }
      if (minute === 9) pipes.at(-1)!.end();
    }
    const count = browser.tabs[0]!.asked.length;
    console.log(`requests in 15 minutes with push: ${count}`);
    assert.ok(count <= 35 && count >= 25, String(count));
  });

  it('a stream that says nothing for 10 s is given up, and polling has never waited for it', async () => {
    const { browser, pipes } = await pushing();
    await browser.pass(10_100);
    assert.equal(pipes[0]!.aborted, true);
    assert.deepEqual(polls(browser.tabs[0]!), [2_000, 4_000, 6_000, 8_000, 10_000]);
    await browser.pass(5_000);
    assert.equal(pipes.length, 2, 'opened again');
  });

  it('a server that never answers the stream keeps nobody from polling', async () => {
    const { browser } = await pushing(1, { mute: true });
    await browser.pass(60_000);
    assert.equal(polls(browser.tabs[0]!).length >= 29, true);
  });

  for (const [what, options] of [['500', { status: 500 }], ['HTML', { type: 'text/html' }]] as const) {
    it(`${what} in place of a stream: polling goes on, and it is tried again ever more rarely`, async () => {
      const { browser } = await pushing(1, options);
      await browser.pass(300_000);
      assert.equal(polls(browser.tabs[0]!).length >= 55, true);
      const tries = streams(browser.tabs[0]!);
      assert.ok(tries.length >= 6 && tries.length <= 14, String(tries));
      assert.equal(tries.at(-1)! - tries.at(-2)! >= 48_000, true);
    });
  }

  it('a stream that drops every 5 s is not hammered at', async () => {
    const { browser, pipes } = await pushing();
    for (let time = 0; time < 60; time++) {
      pipes.at(-1)!.push(': \n');
      await browser.pass(5_000);
      pipes.at(-1)!.end();
    }
    assert.ok(streams(browser.tabs[0]!).length <= 20, String(streams(browser.tabs[0]!).length));
    const gaps = polls(browser.tabs[0]!).map((at, index, all) => at - (all[index - 1] ?? 0));
    assert.ok(Math.max(...gaps) <= 36_000, 'asked every 30 s meanwhile');
  });

  for (const [retry, least, most] of [[0, 800, 1_300], [1_000_000_000, 48_000, 60_100], [5_000, 3_900, 6_100]] as const) {
    it(`retry: ${retry} is kept between 1 and 60 s`, async () => {
      const { browser, pipes } = await pushing();
      pipes[0]!.push(`retry: ${retry}\n: \n`);
      await browser.pass(40_000);
      pipes[0]!.end();
      await browser.pass(100_000);
      const [first, second] = streams(browser.tabs[0]!) as [number, number];
      assert.ok(second - first - 40_000 >= least && second - first - 40_000 <= most, String(second - first));
    });
  }

  it('opened again it says what it has heard last', async () => {
    const { browser, pipes, ids } = await pushing();
    pipes[0]!.push(event('processing', 7));
    await browser.pass(31_000);
    pipes[0]!.end();
    await browser.pass(5_000);
    assert.deepEqual(ids, [null, '7']);
  });

  it('bytes one by one, a comment, CRLF and a byte order mark', async () => {
    const { browser, pipes, tags } = await pushing();
    for (const unit of `\uFEFF: hi\r\n${event('paid', 2).replaceAll('\n', '\r\n')}`) pipes[0]!.push(unit);
    await browser.pass(0);
    for (let turns = 0; turns < 20; turns++) await browser.pass(0);
    assert.equal(tags[0]!.status, 'paid');
  });

  for (const [what, text] of [
    ['a line of 1 MB', `data: ${'x'.repeat(1_000_000)}\n\n`],
    ['no JSON', 'event: status\ndata: <html>\n\n'],
    ['an unknown word', 'event: status\ndata: {"status":"PAID"}\n\n'],
  ] as const) {
    it(`${what}: nothing changes, the stream is closed, polling goes on`, async () => {
      const { browser, pipes, tags } = await pushing();
      pipes[0]!.push(text);
      await browser.pass(500);
      assert.deepEqual([tags[0]!.status, pipes[0]!.aborted], ['pending', true]);
      await browser.pass(8_000);
      assert.equal(polls(browser.tabs[0]!).length >= 3, true);
    });
  }

  it('events of other names are not ours', async () => {
    const { browser, pipes, tags } = await pushing();
    pipes[0]!.push('event: other\ndata: {"status":"paid"}\n\ndata: {"status":"paid"}\n\n');
    await browser.pass(500);
    assert.deepEqual([tags[0]!.status, pipes[0]!.aborted], ['pending', false]);
  });

  it('204: the stream ends, the server is asked once more', async () => {
    const { browser, tags } = await pushing(1, { status: 204 });
    await browser.pass(1_000);
    assert.equal(polls(browser.tabs[0]!).length, 1);
    await browser.pass(120_000);
    assert.equal(streams(browser.tabs[0]!).length, 1);
    assert.equal(tags[0]!.status, 'pending');
  });

  it('six tabs have one stream; it moves with the one that leads, and is closed where nobody looks', async () => {
    const { browser, pipes } = await pushing(6);
    pipes[0]!.push(': \n');
    await browser.pass(30_000);
    assert.equal(pipes.length, 1);
    await browser.tabs[0]!.feel('hidden');
    await opened(browser, 2);
    await browser.pass(1_000);
    assert.deepEqual([pipes.length, pipes[0]!.aborted, streams(browser.tabs[1]!).length], [2, true, 1]);
    for (const tab of browser.tabs) await tab.feel('hidden');
    await turn();
    await browser.pass(600_000);
    assert.deepEqual([pipes.at(-1)!.aborted, browser.timers], [true, 0]);
  });
});
