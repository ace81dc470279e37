import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { statusAnswer } from '../../src/formats/contract.ts';
import { eventBytes } from '../../src/server/event-stream.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import type { Store } from '../../src/server.ts';
import { EventReader, idle } from './events-reader.ts';
import { openListeningShop } from './events-shop.ts';

describe('the stream of a payment', () => {
  it('is named by the create answer and by ?full, below any path', async () => {
    for (const [publicUrl, prefix] of [['https://shop.example/payments', ''], ['https://shop.example/api/payments', '/api']] as const) {
      const shop = openListeningShop({ publicUrl });
      const response = await shop.get(`${prefix}/payments`, {}, 'POST');
      assert.equal(response.status, 415);
      const created = await shop.payments.handle(new Request(`https://shop.example${prefix}/payments`, shopRequest()));
      const body = (await created.json()) as { id: string; eventsUrl: string; statusUrl: string };
      assert.equal(body.eventsUrl, `${prefix}/payments/${body.id}/events`);
      assert.deepEqual(await (await shop.get(`${body.statusUrl}?full`)).json(), body);
      const stream = await shop.get(body.eventsUrl);
      assert.equal(stream.status, 200);
      await stream.body?.cancel();
      await shop.payments.close();
    }
  });

  it('has the headers of every answer, and is kept back by no proxy', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create({}, { Origin: 'https://evil.example' });
    const response = await shop.open(body);
    assert.equal(response.status, 200);
    assert.deepEqual(Object.fromEntries(response.headers), {
      'cache-control': 'no-store',
      'content-type': 'text/event-stream',
      'referrer-policy': 'no-referrer',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    await shop.payments.close();
  });

  it('says at once when to come back and what is so now, then every change in its order, and ends with paid', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    const page = await shop.listen(body);
    assert.equal(page.retries.length, 1);
    assert.deepEqual(page.events.map(({ type, id }) => [type, id]), [['status', '2']]);
    assert.deepEqual(JSON.parse(page.events[0]!.data), (await shop.status(body.statusUrl)).body);

    await shop.bank('keepWaiting', body);
    await shop.bank('pay', body);
    await page.done;
    assert.equal(page.end, 'closed');
    assert.deepEqual(page.statuses, ['pending', 'processing', 'paid']);
    assert.deepEqual(page.events.map(({ id }) => id), ['2', '3', '4']);
    for (const { id, data } of page.events) {
      const answer = statusAnswer.strict().parse(JSON.parse(data));
      assert.equal(String(answer.version), id);
    }
    assert.deepEqual(JSON.parse(page.events[2]!.data), (await shop.status(body.statusUrl)).body);
    assert.equal(shop.timer.waiting, 0);
    await shop.payments.close();
  });

  it('tells the shop how many pages heard of a change', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    const pages = [await shop.listen(body), await shop.listen(body)];
    await shop.bank('pay', body);
    assert.deepEqual(pages.map(({ statuses }) => statuses), [['pending', 'paid'], ['pending', 'paid']]);
    const pushed = shop.seen.filter(({ type }) => type === 'status-pushed');
    assert.deepEqual(pushed.map(({ status, streams }) => [status, streams]), [['paid', 2]]);
    assert.doesNotMatch(JSON.stringify([shop.seen, shop.warnings]), new RegExp(body.id));
    await shop.payments.close();
  });

  it('tells nobody of another payment', async () => {
    const shop = openListeningShop();
    const [mine, theirs] = [(await shop.create()).body, (await shop.create()).body];
    const page = await shop.listen(mine);
    await shop.bank('pay', theirs);
    assert.deepEqual(page.statuses, ['pending']);
    await shop.payments.close();
  });

  it('calls a payment that someone has to look at processing, and goes on', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    const page = await shop.listen(body);
    await shop.bank('pay', body, '0.01');
    assert.deepEqual(page.statuses, ['pending', 'processing']);
    assert.equal(page.end, undefined);
    await shop.payments.close();
  });

  for (const [act, status] of [['decline', 'failed'], ['expire', 'expired']] as const) {
    it(`goes on after ${status}, because it may be paid late, and ends with that`, async () => {
      const shop = openListeningShop();
      const { body } = await shop.create();
      const page = await shop.listen(body);
      await shop.bank(act, body);
      assert.deepEqual([page.statuses.at(-1), page.end], [status, undefined]);
      await shop.bank('payLate', body);
      await page.done;
      assert.deepEqual(page.statuses, ['pending', status, 'paid']);
      assert.equal((JSON.parse(page.events.at(-1)!.data) as { late?: boolean }).late, true);
      await shop.payments.close();
    });
  }

  it('is not opened again an hour after its time for what ended unpaid', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    await shop.bank('expire', body);
    shop.clock.time = Date.parse(body.expiresAt) + 3_600_000;
    assert.equal((await shop.open(body, '3')).status, 200);
    shop.clock.time += 1;
    assert.equal((await shop.open(body, '3')).status, 204);
    const page = await shop.listen(body);
    assert.deepEqual([page.statuses, page.end], [['expired'], 'closed']);
    await shop.payments.close();
  });
});

describe('a page that comes back', () => {
  for (const [lastEventId, heard] of [
    ['2', ['paid']],
    ['1', ['pending', 'paid']],
    ['3', ['pending', 'paid']],
    ['', ['pending', 'paid']],
    ['02', ['pending', 'paid']],
    ['2e0', ['pending', 'paid']],
    ['NaN', ['pending', 'paid']],
    ['9'.repeat(400), ['pending', 'paid']],
    ['__proto__', ['pending', 'paid']],
  ] as const) {
    it(`with Last-Event-ID ${lastEventId.slice(0, 20) || '(empty)'} hears ${heard.join(', ')}`, async () => {
      const shop = openListeningShop();
      const { body } = await shop.create();
      const page = await shop.listen(body, lastEventId);
      assert.equal(page.retries.length, 1);
      await shop.bank('pay', body);
      assert.deepEqual(page.statuses, heard);
      await shop.payments.close();
    });
  }

  for (const acts of [['pay'], ['pay', 'refund']] as const) {
    it(`after ${acts.at(-1)} hears it if it has not, and is then told to stop`, async () => {
      const shop = openListeningShop();
      const { body } = await shop.create();
      for (const act of acts) await shop.bank(act, body);
      const { status, version } = (await shop.status(body.statusUrl)).body;
      for (const known of [undefined, '2']) {
        const page = await shop.listen(body, known);
        await page.done;
        assert.deepEqual([page.statuses, page.end], [[status], 'closed']);
      }
      const stop = await shop.open(body, String(version));
      assert.deepEqual([stop.status, stop.body], [204, null]);
      assert.deepEqual(Object.fromEntries(stop.headers), {
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      assert.equal(shop.timer.waiting, 0);
      await shop.payments.close();
    });
  }
});

describe('what is not there', () => {
  it('is answered as by the status address, to the byte', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    const flipped = body.id.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const answers = new Set<string>();
    const tell = async (response: Response) => answers.add(JSON.stringify([response.status, ...response.headers, await response.text()]));
    for (const id of ['1', flipped, 'a'.repeat(5000), "'%20OR%201=1--", '__proto__', '']) {
      await tell(await shop.get(`/payments/${id}`.replace(/\/$/, '/x/y')));
      await tell(await shop.get(`/payments/${id}/events`));
      await tell(await shop.get(`/payments/${id}/events`, { 'Last-Event-ID': '2' }));
    }
    for (const path of [`/payments/${body.id}/events/`, `/payments/${body.id}/events/x`, `/payments/${body.id}/Events`, '/callbacks/okto-pix/events']) {
      await tell(await shop.get(path));
    }
    assert.equal(answers.size, 1, [...answers].join('\n'));
    assert.equal((await shop.open({ id: flipped })).status, 404);
    assert.equal(shop.timer.waiting, 0);
    await shop.payments.close();
  });

  it('any method but GET is told which one', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    for (const method of ['POST', 'HEAD', 'DELETE']) {
      const response = await shop.get(`/payments/${body.id}/events`, {}, method);
      assert.deepEqual([response.status, response.headers.get('allow')], [405, 'GET']);
    }
    await shop.payments.close();
  });
});

describe('what another process has changed', () => {
  it('arrives within six seconds, with one look-up for all streams of a payment', async () => {
    const store = sqliteStore(':memory:');
    let looked = 0;
    const counting: Store = { ...store, find: (by, value) => (looked++, store.find(by, value)) };
    const here = openListeningShop({ store: counting });
    const { body } = await here.create();
    const elsewhere = openListeningShop({ store, sandbox: { callbackUrl: undefined } });
    const pages = [await here.listen(body), await here.listen(body), await here.listen(body)];

    looked = 0;
    await here.timer.pass(20);
    assert.equal(looked, 4);
    const [{ attempt } = { attempt: '' }] = here.seen.filter(({ type }) => type === 'payment-created');
    const notice = { eventId: '1', externalId: attempt, status: 'CONFIRMED', amount: '12.90', currency: 'BRL', receiver: 'PAYTAGS DEMO SHOP' };
    assert.equal((await elsewhere.callBack(notice)).status, 200);
    assert.deepEqual(pages.map(({ events }) => events.length), [1, 1, 1]);
    await here.timer.pass(6);
    for (const page of pages) assert.deepEqual([page.statuses, page.end], [['pending', 'paid'], 'closed']);
    await here.payments.close();
  });

  it('is the time too: nobody asks, and the page hears that it is over', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    const page = await shop.listen(body);
    shop.clock.time = Date.parse(body.expiresAt) + 5001;
    await shop.timer.pass(5);
    assert.deepEqual(page.statuses, ['pending', 'expired']);
    await shop.payments.close();
  });

  it('is looked for again after the store was away, with one warning for all of it', async () => {
    const store = sqliteStore(':memory:');
    let isAway = false;
    const find: Store['find'] = (by, value) =>
      isAway ? Promise.reject(Object.assign(new Error(`no ${value}`), { code: 'SQLITE_IOERR' })) : store.find(by, value);
    const shop = openListeningShop({ store: { ...store, find } });
    const { body } = await shop.create();
    const page = await shop.listen(body);
    for (let outage = 1; outage <= 2; outage++) {
      isAway = true;
      await shop.timer.pass(30);
      assert.deepEqual(shop.warnings, Array(outage).fill('paytags: cannot look for changes (SQLITE_IOERR)'));
      isAway = false;
      await shop.timer.pass(6);
    }
    assert.equal(page.end, undefined);
    shop.clock.time = Date.parse(body.expiresAt) + 5001;
    await shop.timer.pass(6);
    assert.deepEqual(page.statuses, ['pending', 'expired']);
    await shop.payments.close();
  });
});

describe('a change in the moment in which the stream is opened', () => {
  it('is not lost, and what was read before it is not told after it', async () => {
    const store = sqliteStore(':memory:');
    let hold: Promise<void> | undefined;
    const find: Store['find'] = async (by, value) => {
      const found = await store.find(by, value);
      if (by === 'idHash') await hold;
      return found;
    };
    const shop = openListeningShop({ store: { ...store, find } });
    const { body } = await shop.create();
    let release = () => {};
    hold = new Promise((resolve) => (release = resolve));
    const opening = shop.open(body);
    await idle();
    await shop.bank('keepWaiting', body);
    release();
    hold = undefined;
    const page = new EventReader(await opening);
    await idle();
    assert.deepEqual(page.statuses, ['processing']);
    await shop.bank('pay', body);
    await page.done;
    assert.deepEqual(page.statuses, ['processing', 'paid']);
    await shop.payments.close();
  });
});

describe('an event on the wire', () => {
  const read = async (bytes: Uint8Array) => {
    const page = new EventReader(new Response(bytes));
    await page.done;
    return page;
  };

  for (const [what, text] of [
    ['LF', '\n'],
    ['CR', '\r'],
    ['CR LF', '\r\n'],
    ['a whole event', 'x\n\nevent: status\nid: 9\ndata: {"status":"paid"}\n\n'],
    ['a retry', 'x\rretry: 0'],
    ['a zero byte', '\0'],
  ] as const) {
    it(`takes no ${what} in any field`, () => {
      const fields = { event: 'status', id: '1', data: '{}' };
      for (const field of ['event', 'id', 'data'] as const) {
        assert.throws(() => eventBytes({ ...fields, [field]: `${fields[field]}${text}` }), TypeError, field);
      }
    });

    it(`carries ${what} in JSON as one event with the same text`, async () => {
      const message = `a${text}b`;
      const page = await read(eventBytes({ event: 'status', id: '7', data: JSON.stringify({ status: 'pending', message }) }));
      assert.equal(page.events.length, 1);
      assert.deepEqual([page.events[0]?.type, page.events[0]?.id, page.retries, page.comments], ['status', '7', [], 0]);
      assert.deepEqual(JSON.parse(page.events[0]!.data), { status: 'pending', message });
    });
  }

  it('is one event, whatever the JSON holds', () =>
    fc.assert(
      fc.asyncProperty(fc.json(), fc.string({ unit: 'binary' }), async (json, text) => {
        for (const data of [JSON.stringify(JSON.parse(json)), JSON.stringify(text)]) {
          const page = await read(eventBytes({ event: 'status', id: '7', data }));
          assert.deepEqual(page.events, [{ type: 'status', id: '7', data: new TextDecoder().decode(new TextEncoder().encode(data)) }]);
        }
      }),
      { numRuns: 2000 },
    ));
});

const shopRequest = (): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'press-1-of-a-page' },
  body: JSON.stringify({ method: 'pix', amount: '12.90', currency: 'BRL', payer: { cpf: '051.233.865-56' } }),
});
