import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite } from './built-site.ts';
import { DRAWERS, HARDSHIPS, readThrough, screenOf, type Drawer } from './hard-set.ts';
import { voucher, VOUCHERS } from './vouchers.ts';

/** The usual voucher and the widest one; with `SCAN_HARD=1` every one there is. */
const TAKEN = process.env['SCAN_HARD'] ? VOUCHERS : ['gs-07', 'gs-22'].map(voucher);

describe('the hard set: the same vouchers through what comes between a cracked screen and a scanner', () => {
  let site: BuiltSite;
  let browser: Browser;
  const tries = TAKEN.length * 2;
  /** How often each drawing was read, by hardship. */
  const read = new Map<Drawer, number[]>();
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
    const lens = await browser.newPage();
    for (const drawer of DRAWERS) {
      const times = HARDSHIPS.map(() => 0);
      for (const each of TAKEN) {
        const results = await readThrough(lens, await screenOf(drawer, each, browser, site), each, HARDSHIPS);
        for (const [at, { zbar, zxing }] of results.entries()) times[at]! += Number(zbar) + Number(zxing);
      }
      read.set(drawer, times);
    }
    await lens.close();
  });
  after(async () => {
    await site?.close();
  });

  const share = (drawer: Drawer): number => read.get(drawer)!.reduce((sum, each) => sum + each, 0) / (tries * HARDSHIPS.length);

  it('is printed as the share that two scanners read', (test) => {
    const row = (name: string, cells: readonly number[]) => `${name.padEnd(40)}${cells.map((cell) => `${Math.round(cell * 100)} %`.padStart(11)).join('')}`;
    test.diagnostic(`${''.padEnd(40)}${DRAWERS.map((drawer) => drawer.padStart(11)).join('')}`);
    for (const [at, { name }] of HARDSHIPS.entries()) test.diagnostic(row(name, DRAWERS.map((drawer) => read.get(drawer)![at]! / tries)));
    test.diagnostic(row('all', DRAWERS.map(share)));
    for (const drawer of DRAWERS) assert.equal(read.get(drawer)![0], tries, `${drawer}, as it is`);
  });

  for (const other of ['bwip-js', 'jsbarcode'] as const) {
    it(`the tag, in its column and at the till, is read no less often than what ${other} draws by itself`, () => {
      const ours = (share('ticket') + share('till view')) / 2;
      assert.ok(ours >= share(other), `${ours}, not ${share(other)}`);
    });

    it(`the view for the till is read no less often than what ${other} draws by itself, through every hardship`, () => {
      for (const [at, { name }] of HARDSHIPS.entries()) assert.ok(read.get('till view')![at]! >= read.get(other)![at]!, name);
    });
  }

  it('the ticket is read through most of it, the view for the till through nearly all', () => {
    assert.ok(share('ticket') > 0.6, `the ticket: ${share('ticket')}`);
    assert.ok(share('till view') > 0.95, `the view for the till: ${share('till view')}`);
  });
});
