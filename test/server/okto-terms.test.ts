import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import Database from 'libsql';
import type { Terms } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { openOktoShop, type OktoOverrides } from './okto-shop.ts';
import { START } from './shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'paytags-terms-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
/** A store, and the rows that it holds. */
const onDisk = () => {
  const path = join(folder, `${files++}.db`);
  const rows = (table: string) => {
    const db = new Database(path);
    const all = db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
    db.close();
    return all;
  };
  return { store: sqliteStore(path), rows };
};
const at = (offset: number) => new Date(START + offset).toISOString();
const HOUR = 3_600_000;
const UNTICKED = { termsAcceptedAt: undefined };
/** Whoever is signed in is who the test says. */
const signedIn = (customer: unknown): Pick<OktoOverrides, 'order'> => ({
  order: ({ amount = '10.00', currency }) => ({ amount, currency, customer }) as Terms,
});

describe('terms', () => {
  for (const [what, termsAcceptedAt] of [
    ['now', at(0)],
    ['in another time zone', '2026-11-21T13:59:00+02:00'],
    ['on a page that stayed open for a week', at(-7 * 24 * HOUR)],
    ['by a clock that is years behind', '2001-01-01T00:00:00Z'],
    ['by a clock that is a day ahead', at(24 * HOUR)],
  ] as const) {
    it(`accepted ${what}: taken, with the page's time and the server's`, async () => {
      const { store, rows } = onDisk();
      const shop = openOktoShop({ store });
      assert.equal((await shop.create({ termsAcceptedAt })).status, 201);
      assert.deepEqual(rows('consents').map((row) => [row['claimed_at'], row['accepted_at']]), [[Date.parse(termsAcceptedAt), START]]);
      await shop.payments.close();
    });
  }

  it('never accepted: terms-required, and no request', async () => {
    const shop = openOktoShop();
    const { status, body } = await shop.create(UNTICKED);
    assert.deepEqual([status, body.code, body.message, body.errors.map(({ field }) => field)], [422, 'terms-required', 'Please accept the terms first.', ['termsAcceptedAt']]);
    assert.equal(shop.sent.length, 0);
    await shop.payments.close();
  });

  for (const termsAcceptedAt of ['yes', 'true', true, 1, '2026-11-21', '2026-11-21T12:00:00', '']) {
    it(`accepted ${JSON.stringify(termsAcceptedAt)}: no time, and no request`, async () => {
      const shop = openOktoShop();
      const { status, body } = await shop.create({ termsAcceptedAt });
      assert.deepEqual([status, body.code, shop.sent.length], [422, 'invalid-field', 0]);
      await shop.payments.close();
    });
  }

  it('are told in Portuguese', async () => {
    const shop = openOktoShop();
    assert.equal((await shop.create(UNTICKED, { 'Accept-Language': 'pt-BR' })).body.message, 'Aceite os termos primeiro.');
    await shop.payments.close();
  });

  it('when and where they were accepted is kept, by the page\'s clock and by ours', async () => {
    const { store, rows } = onDisk();
    const shop = openOktoShop({ store, ...signedIn('customer-4711'), clientAddress: (request) => request.headers.get('x-from') ?? undefined });
    await shop.create({ termsAcceptedAt: at(-HOUR) }, { 'X-From': '2001:db8::7' });
    const [{ payment_id: paymentId, customer, ...consent } = {}] = rows('consents');
    assert.deepEqual(consent, { provider: 'okto-cash', version: '1', claimed_at: START - HOUR, accepted_at: START, address: '2001:db8::7' });
    assert.equal((await shop.payments.get(String(paymentId)))?.provider, 'okto-cash');
    assert.match(String(customer), /^[0-9a-f]{64}$/);
    assert.equal(JSON.stringify(['payments', 'consents', 'events', 'outbox'].map(rows)).includes('4711'), false);
    assert.equal(JSON.stringify([shop.seen, shop.warnings]).includes('2001:db8'), false);
    await shop.payments.close();
  });

  for (const [what, clientAddress, address] of [
    ['is not known', () => undefined, null],
    ['throws', () => { throw new Error('192.0.2.7'); }, null],
    ['is a page of text', () => 'x'.repeat(65), null],
    ['is no text', () => ({}) as string, null],
    ['is looked up', async () => '192.0.2.8', '192.0.2.8'],
  ] as const) {
    it(`where the address ${what}, the time is kept without`, async () => {
      const { store, rows } = onDisk();
      const shop = openOktoShop({ store, clientAddress });
      assert.equal((await shop.create()).status, 201);
      assert.deepEqual(rows('consents').map((row) => [row['address'], row['accepted_at']]), [[address, START]]);
      assert.equal(JSON.stringify(shop.warnings).includes('192.0.2.7'), false);
      await shop.payments.close();
    });
  }

  it('a shop that has no address to give is told once, when it starts', async () => {
    const shop = openOktoShop({ clientAddress: undefined });
    await shop.create();
    assert.equal(shop.warnings.length, 1);
    assert.match(shop.warnings[0]!, /clientAddress/);
    await shop.payments.close();
  });

  it('a consent stands and falls with its payment: none is kept of a refused one', async () => {
    const { store, rows } = onDisk();
    const shop = openOktoShop({ store, maxOpenPerReference: 1 });
    await shop.create();
    assert.equal((await shop.create()).body.code, 'too-many');
    assert.equal((await shop.create({ amount: '12.90' })).body.code, 'amount-not-offered');
    assert.equal(rows('consents').length, 1);
    await shop.payments.close();
  });
});

describe('a customer', () => {
  it('is asked once', async () => {
    const shop = openOktoShop(signedIn('customer-1'));
    assert.equal((await shop.create(UNTICKED)).body.code, 'terms-required');
    assert.equal((await shop.create()).status, 201);
    assert.equal((await shop.create(UNTICKED)).status, 201);
    shop.clock.time += 400 * 24 * HOUR;
    assert.equal((await shop.create(UNTICKED)).status, 201);
    assert.equal((await shop.create()).status, 201);
    await shop.payments.close();
  });

  it('is somebody else than any other, in this process and the next', async () => {
    const { store } = onDisk();
    let customer: string | undefined = 'customer-1';
    const order: OktoOverrides['order'] = ({ amount = '10.00', currency }) => ({ amount, currency, customer });
    const shop = openOktoShop({ store, order });
    await shop.create();
    for (const other of ['customer-2', 'customer-1 ', 'Customer-1', '', undefined]) {
      customer = other;
      assert.equal((await shop.create(UNTICKED)).body.code, 'terms-required', String(other));
    }
    const next = openOktoShop({ store, ...signedIn('customer-1') });
    assert.equal((await next.create(UNTICKED)).status, 201);
    await next.payments.close();
  });

  for (const nobody of [undefined, '', ' ', null, 0, 42, {}, ['customer-1']]) {
    it(`that is ${JSON.stringify(nobody)} is nobody: each payment needs its own tick`, async () => {
      const { store, rows } = onDisk();
      const shop = openOktoShop({ store, ...signedIn(nobody) });
      assert.equal((await shop.create()).status, 201);
      assert.equal((await shop.create(UNTICKED)).body.code, 'terms-required');
      assert.deepEqual(rows('consents').map((row) => row['customer']), [null]);
      await shop.payments.close();
    });
  }

  it('is asked again when the terms are others', async () => {
    const { store } = onDisk();
    const first = openOktoShop({ store, ...signedIn('customer-1'), cash: { terms: { version: '2025' } } });
    await first.create();
    assert.equal((await first.create(UNTICKED)).status, 201);
    const second = openOktoShop({ store, ...signedIn('customer-1'), cash: { terms: { version: '2026' } } });
    assert.equal((await second.create(UNTICKED)).body.code, 'terms-required');
    assert.equal(await second.payments.hasAccepted({ customer: 'customer-1', method: 'oktoCash' }), false);
    assert.equal(await first.payments.hasAccepted({ customer: 'customer-1', method: 'oktoCash' }), true);
    await second.payments.close();
  });

  it('has not accepted one provider\'s terms with another\'s', async () => {
    const shop = openOktoShop({ ...signedIn('customer-1'), wallet: { terms: true } });
    await shop.create();
    assert.equal((await shop.create({ ...UNTICKED, method: 'oktoWallet' })).body.code, 'terms-required');
    await shop.payments.close();
  });

  it('an old tick does no harm to whoever has accepted before', async () => {
    const shop = openOktoShop(signedIn('customer-1'));
    await shop.create();
    assert.equal((await shop.create({ termsAcceptedAt: '2020-01-01T00:00:00Z' })).status, 201);
    await shop.payments.close();
  });

  it('a page can ask before it shows the terms', async () => {
    const shop = openOktoShop(signedIn('customer-1'));
    const asked = (more: object) => shop.payments.hasAccepted({ customer: 'customer-1', ...more } as Parameters<typeof shop.payments.hasAccepted>[0]);
    assert.deepEqual([await asked({ provider: 'okto-cash' }), await asked({ method: 'oktoCash' })], [false, false]);
    await shop.create();
    assert.deepEqual([await asked({ provider: 'okto-cash' }), await asked({ method: 'oktoCash' })], [true, true]);
    assert.equal(await asked({ provider: 'okto-cash', customer: 'customer-2' }), false);
    // The wallet has no terms here: there is nothing left to accept.
    assert.equal(await asked({ provider: 'okto-wallet' }), true);
    await assert.rejects(asked({ provider: 'okto-gold' }), TypeError);
    await shop.payments.close();
  });
});
