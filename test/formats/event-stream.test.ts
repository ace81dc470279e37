import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EventStreamReader, type StreamEvent } from '../../src/formats/event-stream.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 50_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

function read(...pieces: string[]): { events: StreamEvent[]; lastId: string; retryMs: number | undefined } {
  const reader = new EventStreamReader();
  const events = pieces.flatMap((piece) => reader.push(piece));
  return { events, lastId: reader.lastId, retryMs: reader.retryMs };
}
const message = (data: string) => ({ type: 'message', data });

/** The whole text at once, read line by line after the WHATWG's algorithm. */
function reference(text: string): StreamEvent[] {
  const events: StreamEvent[] = [];
  let type = '';
  let data = '';
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).slice(0, -1)) {
    if (line === '') {
      if (data) events.push({ type: type || 'message', data: data.slice(0, -1) });
      type = data = '';
      continue;
    }
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') type = value;
    if (name === 'data') data += `${value}\n`;
  }
  return events;
}

describe('EventStreamReader', () => {
  // The examples of WHATWG HTML, "9.2.6 Interpreting an event stream".
  for (const [what, text, events] of [
    ['three lines of data', 'data: YHOO\ndata: +2\ndata: 10\n\n', [message('YHOO\n+2\n10')]],
    ['a comment, ids, and an event that is not ended', ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n', [message('first event'), message('second event')]],
    ['empty data is data, twice with a newline', 'data\n\ndata\ndata\n\ndata:', [message(''), message('\n')]],
    ['a space after the colon counts for nothing', 'data:test\n\ndata: test\n\n', [message('test'), message('test')]],
    ['names of events', 'event: status\ndata: {"a":1}\n\nevent: status\n\n', [{ type: 'status', data: '{"a":1}' }]],
    ['CR, LF and CRLF', 'data: 1\r\rdata: 2\n\ndata: 3\r\n\r\n', [message('1'), message('2'), message('3')]],
    ['a byte order mark', '\uFEFFdata: 1\n\n', [message('1')]],
    ['an unknown field', 'who: cares\ndata: 1\n\n', [message('1')]],
  ] as const) {
    it(what, () => {
      assert.deepEqual(read(text).events, events);
      assert.deepEqual(read(...text).events, events, 'one unit at a time');
    });
  }

  for (const [text, lastId, retryMs] of [
    ['id: 7\nretry: 3000\ndata: 1\n\n', '7', 3_000],
    ['id: 7\n\nid\n\n', '', undefined],
    ['id: a\0b\ndata: 1\n\n', '', undefined],
    ['retry: 3s\nretry: -1\nretry: 1e3\nretry:\n', '', undefined],
    ['retry: 0\n', '', 0],
    ['retry: 1000000000\n', '', 1_000_000_000],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual([read(text).lastId, read(text).retryMs], [lastId, retryMs]));
  }

  it('64 Ki are taken, and not one more, in a line, in many, in a comment', () => {
    const most = 64 * 1024;
    assert.equal(read(`data:${'x'.repeat(most - 5)}\n\n`).events.length, 1);
    for (const text of [`data:${'x'.repeat(most)}`, `data:${'x'.repeat(9)}\n`.repeat(6_000), `:${'x'.repeat(most)}`]) {
      assert.throws(() => read(text), { code: 'bad-response' });
    }
    assert.doesNotThrow(() => read(...Array.from({ length: 2_000 }, () => `:${'x'.repeat(99)}\n`)), 'heartbeats add up to nothing');
  });

  it(`${RUNS} streams in random pieces are read as the whole is`, { timeout: 20 * 60_000 }, () => {
    const part = fc.constantFrom('data', 'data:', 'data: ', 'event: status', 'event:x', 'id: 1', 'retry: 1', ':', ': c', ' ', 'é😀', '{"a":1}', '\n', '\n', '\r', '\r\n', '\n\n', '\uFEFF');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.array(fc.nat(6), { minLength: 1, maxLength: 12 }), (parts, sizes) => {
        const text = parts.join('');
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const size = sizes[turn % sizes.length]! + (turn % 2);
          pieces.push(text.slice(at, at + size));
          at += size;
        }
        assert.deepEqual(read(...pieces).events, reference(text));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
