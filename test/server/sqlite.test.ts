import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import Database from 'libsql';
import { MIGRATIONS } from '../../src/server/stores/sqlite-schema.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import type { PaymentRecord } from '../../src/server.ts';
import { knownIds, openShop } from './shop.ts';

const ATTEMPT = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const NOTICE = { eventId: 'e-1', externalId: ATTEMPT, status: 'CONFIRMED', amount: '12.90', currency: 'BRL' };
const folder = mkdtempSync(join(tmpdir(), 'paytags-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, `${name}.db`);

const record = (more: Partial<PaymentRecord> = {}): PaymentRecord => ({
  paymentId: 'p1', idHash: 'h1', attempt: 'a1', provider: 'okto-pix', method: 'pix', status: 'pending', version: 1, amount: '12.90', currency: 'BRL',
  createdAt: 1_795_262_400_000, askedAt: 1, expiresAt: 2, late: false, keyHash: 'k1', fingerprint: 'f', salt: 's', ...more,
});

describe('a file that is left behind', () => {
  it('keeps what was acknowledged, and delivers what was not delivered', async () => {
    const path = file('left');
    const before = openShop({ store: sqliteStore(path), ids: knownIds(ATTEMPT), onPaid: () => Promise.reject(new Error('down')) });
    const { body } = await before.create();
    assert.equal((await before.callBack(NOTICE)).status, 200);
    await before.payments.deliver();

    // Opened again without having been closed, as after a crash.
    const shop = openShop({ store: sqliteStore(path) });
    assert.equal((await shop.status(body.statusUrl)).body.status, 'paid');
    assert.equal((await shop.callBack(NOTICE)).status, 200);
    shop.clock.time += 61_000;
    await shop.payments.deliver();
    assert.deepEqual(shop.paid.map(({ key }) => key), ['payment-1:paid']);
    await Promise.all([before.payments.close(), shop.payments.close()]);
  });

  it('by a process that was killed after its answer has the payment paid', async () => {
    const path = file('killed');
    const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('killed-shop.ts', import.meta.url)), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [statusUrl] = (await once(child.stdout, 'data')) as [Buffer];
    child.kill('SIGKILL');
    await once(child, 'exit');
    const shop = openShop({ store: sqliteStore(path) });
    assert.equal((await shop.status(String(statusUrl).trim())).body.status, 'paid');
    shop.clock.time += 61_000;
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.payments.close();
  });

  it('is written ahead and in full, and knows its version', async () => {
    const path = file('pragmas');
    const store = sqliteStore(path);
    const db = new Database(path);
    const pragma = (name: string) => (db.prepare(`PRAGMA ${name}`).get() as Record<string, unknown>)[name];
    assert.equal(pragma('journal_mode'), 'wal');
    assert.equal(pragma('user_version'), 4);
    assert.equal(pragma('integrity_check'), 'ok');
    db.close();
    await store.close();
    await sqliteStore(path).close();
  });

  it('of the first version gets what has come since, and keeps its payments', async () => {
    const path = file('first');
    const db = new Database(path);
    db.exec(`${MIGRATIONS[0]}; PRAGMA user_version = 1`);
    const columns = 'payment_id, id_hash, attempt, provider, method, status, version, amount, currency, created_at, asked_at, expires_at, late, key_hash, fingerprint, salt';
    db.exec(`INSERT INTO payments (${columns}) VALUES ('p1', 'h1', 'a1', 'okto-pix', 'pix', 'pending', 1, '12.90', 'BRL', 1795262400000, 1, 2, 0, 'k1', 'f', 's')`);
    db.close();
    // Two at once, as two processes would after an update.
    const stores = [sqliteStore(path), sqliteStore(path)];
    assert.deepEqual(await stores[0]!.find('paymentId', 'p1'), record());
    assert.equal(await stores[1]!.hasConsent({ customer: 'c', provider: 'okto-cash', version: '1' }), false);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('holds neither the secret id nor anything of the payer', async () => {
    const path = file('secrets');
    const shop = openShop({ store: sqliteStore(path), ids: knownIds(ATTEMPT) });
    const { body } = await shop.create({ payer: { cpf: '051.233.865-56', name: 'Canary Name', email: 'canary@example.com' } }, { 'Idempotency-Key': 'canary-key-of-the-page' });
    await shop.callBack({ ...NOTICE, payer: { cpf: '05123386556', name: 'Canary Name' } });
    await shop.payments.deliver();
    const db = new Database(path);
    const dump = JSON.stringify(['payments', 'events', 'outbox'].map((table) => db.prepare(`SELECT * FROM ${table}`).all()));
    db.close();
    assert.equal(dump.includes(ATTEMPT), true);
    for (const secret of [body.id, '05123386556', '051.233.865-56', 'Canary', 'canary']) assert.ok(!dump.includes(secret), secret);
    await shop.payments.close();
  });
});

describe('the store', () => {
  it('keeps a payment as it is, field by field', async () => {
    const store = sqliteStore(':memory:');
    const full = record({ reference: "O'1; DROP TABLE payments;--", late: true, refundedAmount: '1.00', reason: 'r', review: 'amount', shown: { pix: { code: 'ü€😀' } } });
    assert.equal(await store.transaction((tx) => tx.insert(full)), true);
    assert.deepEqual(await store.find('paymentId', 'p1'), full);
    assert.deepEqual(await store.find('keyHash', 'k1'), full);
    assert.equal(await store.find('idHash', "' OR 1=1--"), undefined);
    await store.close();
  });

  it('refuses a second payment with any of the unique columns', async () => {
    const store = sqliteStore(':memory:');
    const other = record({ paymentId: 'p2', idHash: 'h2', attempt: 'a2', keyHash: 'k2' });
    await store.transaction((tx) => tx.insert(record()));
    for (const taken of [{ paymentId: 'p1' }, { idHash: 'h1' }, { attempt: 'a1' }, { keyHash: 'k1' }]) {
      assert.equal(await store.transaction((tx) => tx.insert({ ...other, ...taken })), false, Object.keys(taken).join());
    }
    assert.equal(await store.transaction((tx) => tx.insert(other)), true);
    await store.close();
  });

  it('changes a payment only from the version that was read', async () => {
    const store = sqliteStore(':memory:');
    await store.transaction((tx) => tx.insert(record()));
    assert.equal(await store.transaction((tx) => tx.update(record({ status: 'paid', version: 2 }), 1)), true);
    assert.equal(await store.transaction((tx) => tx.update(record({ status: 'failed', version: 2 }), 1)), false);
    assert.equal((await store.find('paymentId', 'p1'))?.status, 'paid');
    await store.close();
  });

  it('keeps nothing of a transaction that fails, and goes on', async () => {
    const store = sqliteStore(':memory:');
    const failing = store.transaction(async (tx) => {
      await tx.insert(record());
      throw new Error('stop');
    });
    await assert.rejects(failing, /stop/);
    assert.equal(await store.find('paymentId', 'p1'), undefined);
    assert.equal(await store.transaction((tx) => tx.insert(record())), true);
    await store.close();
  });

  it('two connections on one file take turns and lose nothing', async () => {
    const stores = [sqliteStore(file('two')), sqliteStore(file('two'))];
    await stores[0]!.transaction((tx) => tx.insert(record()));
    const add = (store: (typeof stores)[0]) =>
      store.transaction(async (tx) => {
        const now = (await tx.find('paymentId', 'p1'))!;
        return tx.update({ ...now, version: now.version + 1 }, now.version);
      });
    const done = await Promise.all(Array.from({ length: 40 }, (_, i) => add(stores[i % 2]!).catch((error: Error) => error.message)));
    assert.deepEqual(new Set(done), new Set([true]));
    assert.equal((await stores[1]!.find('paymentId', 'p1'))?.version, 41);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('takes any text for a value, never for a statement', async () => {
    const store = sqliteStore(':memory:');
    const shop = openShop({ store, maxOpenPerReference: 1000 });
    let count = 0;
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom("'; DROP TABLE payments; --", "' OR '1'='1", '" UNION SELECT * FROM outbox --', '?1', '\\0'));
    await fc.assert(
      fc.asyncProperty(text.filter((reference) => !/\p{C}/u.test(reference)), text, async (reference, externalId) => {
        const { status, body } = await shop.create({ reference });
        assert.equal(status, 201);
        assert.equal((await shop.status(body.statusUrl, '?full')).body.reference, reference);
        await shop.callBack({ ...NOTICE, eventId: `${count}`, externalId });
        assert.equal((await shop.payments.handle(new Request(`https://shop.example/payments/${encodeURIComponent(reference) || 'x'}`))).status, 404);
        count++;
      }),
      { numRuns: 300 },
    );
    assert.equal((await store.transaction((tx) => tx.overdue(Infinity, 1000))).length, count);
    await shop.payments.close();
  });

  it('that cannot be written: 503, and the companion stays', async () => {
    const store = sqliteStore(':memory:');
    let broken = true;
    const shop = openShop({
      ids: knownIds(ATTEMPT),
      store: { ...store, transaction: (work) => (broken ? Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' })) : store.transaction(work)) },
    });
    const response = await shop.callBack(NOTICE);
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '5');
    assert.equal(shop.warnings.some((line) => line.includes('SQLITE_FULL')), true);
    broken = false;
    assert.equal((await shop.callBack(NOTICE)).status, 200);
    await shop.payments.close();
  });
});
