import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import type { Store } from '../../src/server.ts';
import { EventReader, idle } from './events-reader.ts';
import { openListeningShop } from './events-shop.ts';
import { openShop } from './shop.ts';

describe('how many streams are held', () => {
  it('eight of one payment: one more is told to come back, until one has gone', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    const pages = await Promise.all(Array.from({ length: 8 }, () => shop.listen(body)));
    for (let i = 0; i < 20; i++) {
      const { status, headers } = await shop.open(body);
      assert.deepEqual([status, headers.get('retry-after'), headers.get('content-type')], [503, '30', 'application/json; charset=utf-8']);
    }
    assert.equal((await shop.open((await shop.create()).body)).status, 200);
    await pages[3]!.leave();
    assert.equal((await shop.open(body)).status, 200);
    assert.equal((await shop.open(body)).status, 503);
    await shop.bank('pay', body);
    for (const page of pages.toSpliced(3, 1)) assert.deepEqual(page.statuses, ['pending', 'paid']);
    await shop.payments.close();
  });

  it('in all: one more is told to come back, a stranger and one whose payment is over are answered as ever', async () => {
    const shop = openListeningShop({ streams: { inAll: 3 } });
    const payments = [];
    for (let i = 0; i < 4; i++) payments.push((await shop.create()).body);
    await shop.bank('pay', payments[3]!);
    const pages = [];
    for (const body of payments.slice(0, 3)) pages.push(await shop.listen(body));
    assert.equal((await shop.open(payments[0]!)).status, 503);
    assert.equal((await shop.open({ id: 'x'.repeat(43) })).status, 404);
    assert.deepEqual((await shop.listen(payments[3]!)).statuses, ['paid']);
    await pages[0]!.leave();
    assert.equal((await shop.open(payments[1]!)).status, 200);
    await shop.payments.close();
  });

  it('those that come together take the places that there are', async () => {
    const shop = openListeningShop({ streams: { perPayment: 3 } });
    const { body } = await shop.create();
    const answers = await Promise.all(Array.from({ length: 10 }, () => shop.open(body)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, ...Array(7).fill(503)]);
    await shop.payments.close();
  });

  for (const streams of [{ perPayment: 0 }, { inAll: 0 }, { perPayment: 1.5 }, { inAll: -1 }, { inAll: NaN }, { perPayment: '8' as never }, { inAll: Infinity }]) {
    it(`${JSON.stringify(streams)} stops the start`, () => assert.throws(() => openShop({ streams }), /streams\.\w+ must be a whole number from 1/));
  }
});

describe('a stream that nobody reads', () => {
  it('is broken off after eight chunks, and its place is free again', async () => {
    const shop = openListeningShop({ streams: { perPayment: 2 } });
    const { body } = await shop.create();
    const unread = await shop.open(body);
    const page = await shop.listen(body);
    // The first line and the status; a beat every fifteen seconds makes eight.
    await shop.timer.pass(15 * 6);
    assert.equal((await shop.open(body)).status, 503);
    await shop.timer.pass(15);
    const again = await shop.open(body);
    assert.equal(again.status, 200);
    const late = new EventReader(unread);
    await late.done;
    assert.deepEqual([late.end, late.events.length, late.comments], ['broken', 0, 0]);
    await shop.bank('pay', body);
    await page.done;
    assert.deepEqual([page.statuses, page.comments, page.end], [['pending', 'paid'], 7, 'closed']);
    await shop.payments.close();
  });

  it('holds at most eight chunks, and all of them reach a reader that is only slow', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    const unread = await shop.open(body);
    await shop.timer.pass(15 * 6);
    const slow = new EventReader(unread);
    await idle();
    await shop.bank('pay', body);
    await slow.done;
    assert.deepEqual([slow.statuses, slow.comments, slow.retries.length, slow.end], [['pending', 'paid'], 6, 2, 'closed']);
    await shop.payments.close();
  });
});

describe('the life of a stream', () => {
  it('has a sign of life every fifteen seconds of silence', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    const page = await shop.listen(body);
    for (const comments of [0, 1, 2, 3]) {
      assert.equal(page.comments, comments);
      await shop.timer.pass(15);
    }
    await shop.timer.pass(10);
    await shop.bank('keepWaiting', body);
    await shop.timer.pass(14);
    assert.equal(page.comments, 4);
    await shop.timer.pass(1);
    assert.equal(page.comments, 5);
    await shop.payments.close();
  });

  it('is nine to ten minutes, not the same for all, whatever the wall clock does; then the page is told when to come back', async () => {
    const shop = openListeningShop({ streams: { perPayment: 60 } });
    const { body } = await shop.create();
    const pages = await Promise.all(Array.from({ length: 60 }, () => shop.listen(body)));
    const ends = new Set<number>();
    for (let second = 1; second <= 600; second++) {
      shop.clock.time += second % 2 ? -86_400_000 : 86_400_000;
      await shop.timer.pass(1);
      if (pages.some(({ end }) => end)) ends.add(pages.filter(({ end }) => end).length);
      if (second === 540) assert.equal(ends.size, 0);
    }
    assert.ok(ends.size > 10, `ended in ${ends.size} steps`);
    for (const { end, retries } of pages) {
      assert.deepEqual([end, retries.length], ['closed', 2]);
      for (const retry of retries) assert.ok(retry >= 1000 && retry < 5000, String(retry));
    }
    const waits = new Set(pages.flatMap(({ retries }) => retries)).size;
    assert.ok(waits > 60, `${waits} different waits`);
    assert.equal(shop.timer.waiting, 0);
    assert.equal((await shop.open(body, '2')).status, 200);
    await shop.payments.close();
  });

  it('ends with the companion: every page is told when to come back, no new stream is opened, no timer is left', async () => {
    const shop = openListeningShop({ streams: { perPayment: 1000 } });
    const { body } = await shop.create();
    const pages = await Promise.all(Array.from({ length: 1000 }, () => shop.listen(body)));
    await shop.payments.close();
    await Promise.all(pages.map(({ done }) => done));
    for (const { end, statuses, retries } of pages) assert.deepEqual([end, statuses, retries.length], ['closed', ['pending'], 2]);
    assert.equal(shop.timer.waiting, 0);
    const { status, headers } = await shop.open(body);
    assert.deepEqual([status, headers.has('retry-after')], [503, true]);
    assert.equal(shop.timer.waiting, 0);
  });

  it('ends with the companion too where the payment is still being looked up', async () => {
    const store = sqliteStore(':memory:');
    let release = () => {};
    let hold = Promise.resolve();
    const find: Store['find'] = async (by, value) => {
      const found = await store.find(by, value);
      await hold;
      return found;
    };
    const shop = openListeningShop({ store: { ...store, find } });
    const { body } = await shop.create();
    hold = new Promise((resolve) => (release = resolve));
    const opening = shop.open(body);
    await idle();
    await shop.payments.close();
    release();
    const response = await opening;
    assert.equal(response.status, 200);
    const page = new EventReader(response);
    await page.done;
    assert.deepEqual([page.end, page.retries.length, page.statuses], ['closed', 2, []]);
    assert.deepEqual([shop.timer.waiting, shop.warnings], [0, []]);
  });

  it('leaves nothing behind after a thousand pages that came and went', async () => {
    const shop = openListeningShop();
    const { body } = await shop.create();
    for (let i = 0; i < 1000; i++) {
      const response = await shop.open(body);
      assert.equal(response.status, 200);
      assert.equal(shop.timer.waiting, 1);
      await response.body?.cancel();
      assert.equal(shop.timer.waiting, 0);
    }
    await shop.payments.close();
  });

  it('keeps no process alive', async () => {
    const shop = openShop();
    const { body } = await shop.create();
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const response = await shop.payments.handle(new Request(`https://shop.example/payments/${body.id}/events`));
    assert.equal(timers(), before);
    await response.body?.cancel();
    await shop.payments.close();
  });
});

describe('a change with a thousand streams', () => {
  it('reaches all of them within a second', async () => {
    const shop = openListeningShop({ streams: { perPayment: 1000 } });
    const { body } = await shop.create();
    const pages = await Promise.all(Array.from({ length: 1000 }, () => shop.listen(body)));
    const start = performance.now();
    shop.sandbox.bank.pay(body.pix.code);
    await Promise.all(pages.map((page) => page.until(2)));
    const took = performance.now() - start;
    for (const { statuses } of pages) assert.deepEqual(statuses, ['pending', 'paid']);
    assert.ok(took < 1000, `${took} ms`);
    await shop.payments.close();
  });
});
