import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'libsql';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { COMPLETED, message, openIpnShop, type IpnOverrides } from './okpay-ipn-shop.ts';

const DAY = 86_400_000;

/** A shop on a file, and what is kept apart in it as another process reads it. */
async function withFile(overrides: IpnOverrides, work: (shop: ReturnType<typeof openIpnShop>, aside: () => string[]) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'paytags-aside-'));
  const path = join(folder, 'payments.db');
  const shop = openIpnShop({ store: sqliteStore(path), ...overrides });
  const db = new Database(path);
  try {
    await work(shop, () => (db.prepare('SELECT body FROM set_aside ORDER BY received_at, rowid').all() as { body: string }[]).map(({ body }) => body));
  } finally {
    db.close();
    await shop.payments.close();
    await rm(folder, { recursive: true, force: true });
  }
}

describe('what is called INVALID', () => {
  it('is kept apart whole and once, and its number counts when it is genuine', async () => {
    const words = ['INVALID', 'INVALID', 'VERIFIED'];
    await withFile({ verifier: () => words.shift()! }, async (shop, aside) => {
      await shop.create();
      for (let i = 0; i < 2; i++) assert.equal(await shop.send(COMPLETED), 200);
      assert.deepEqual(aside(), [COMPLETED]);
      assert.equal((await shop.payments.get('payment-1'))?.status, 'pending');
      await shop.send(COMPLETED);
      assert.equal((await shop.payments.get('payment-1'))?.status, 'paid');
    });
  });

  it('is kept for 30 days', async () => {
    await withFile({ verifier: () => 'INVALID' }, async (shop, aside) => {
      await shop.send(COMPLETED);
      shop.clock.time += 30 * DAY;
      await shop.payments.deliver();
      assert.deepEqual(aside(), [COMPLETED]);
      shop.clock.time += 1;
      await shop.payments.deliver();
      assert.deepEqual(aside(), []);
    });
  });

  it('is kept a thousand times at most, the newest: who sends rubbish fills no disk', async () => {
    await withFile({ verifier: () => 'INVALID' }, async (shop, aside) => {
      for (let i = 0; i < 1005; i++) await shop.send(message({ ok_txn_id: String(i) }));
      const kept = aside();
      assert.deepEqual([kept.length, kept[0], kept.at(-1)], [1000, message({ ok_txn_id: '5' }), message({ ok_txn_id: '1004' })]);
    });
  });

  it('nothing is kept apart of what is verified, a test, or not judged', async () => {
    for (const verifier of [() => 'VERIFIED', () => 'TEST', () => 'what?']) {
      await withFile({ verifier }, async (shop, aside) => {
        await shop.send(COMPLETED);
        assert.deepEqual(aside(), []);
      });
    }
  });
});
