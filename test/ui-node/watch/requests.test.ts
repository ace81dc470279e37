import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Poller } from '../../../src/ui/watch/poller.ts';
import { answered, ScriptedBrowser, type Tab } from './scripted-browser.ts';
import { Tag } from './tag.ts';

const MINUTES_15 = 900_000;

/** Chance that is the same in every run, and like chance: mulberry32. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A browser with so many tabs and tags on one payment that stays pending until the test says otherwise. */
function waiting(tabs: number, tags = 1) {
  const server = { status: 'pending' };
  const browser = new ScriptedBrowser(async () => answered({ ...server }));
  const shown: Tag[] = [];
  for (let tab = 0; tab < tabs; tab++) {
    const opened = browser.open();
    for (let tag = 0; tag < tags; tag++) {
      const one = new Tag();
      one.show(opened);
      shown.push(one);
    }
  }
  return { browser, server, shown };
}

const asked = (browser: ScriptedBrowser) => browser.tabs.reduce((sum, tab) => sum + tab.asked.length, 0);
const back = async (tab: Tab) => {
  await tab.feel('hidden');
  await tab.feel('seen');
};

describe('how often a server is asked in 15 minutes', () => {
  for (const [what, tabs, tags, stray] of [
    ['one tab', 1, 1, 0.5], ['one tab, chance always early', 1, 1, 0], ['one tab, chance always late', 1, 1, 0.999],
    ['five tabs with three tags', 5, 3, 0.5], ['five tabs, chance always early', 5, 1, 0],
  ] as const) {
    it(what, async () => {
      const { browser } = waiting(tabs, tags);
      browser.chance = () => stray;
      await browser.pass(MINUTES_15);
      console.log(`requests in 15 minutes, ${what}: ${asked(browser)}`);
      assert.ok(asked(browser) <= 105, String(asked(browser)));
      assert.ok(asked(browser) >= 80, String(asked(browser)));
    });
  }

  it('whatever chance does', async () => {
    const counts: number[] = [];
    for (let seed = 1; seed <= 100; seed++) {
      const { browser } = waiting(1);
      browser.chance = chance(seed);
      await browser.pass(MINUTES_15);
      counts.push(asked(browser));
    }
    console.log(`requests in 15 minutes, 100 times by chance: ${Math.min(...counts)} to ${Math.max(...counts)}`);
    assert.ok(Math.max(...counts) <= 105, String(Math.max(...counts)));
  });

  it('hidden: none, and one within a second of coming back', async () => {
    const { browser } = waiting(1);
    const [tab] = browser.tabs as [Tab];
    await browser.pass(1_000);
    await tab.feel('hidden');
    await browser.pass(MINUTES_15);
    const hidden = tab.asked.length;
    await tab.feel('seen');
    await browser.pass(1_000);
    console.log(`requests in 15 minutes, hidden: ${hidden}; within 1 s of coming back: ${tab.asked.length - hidden}`);
    assert.deepEqual([hidden, tab.asked.length - hidden], [0, 1]);
  });

  it('a shopper who comes back again and again adds ten three times, then one each time', async () => {
    const { browser } = waiting(1);
    const [tab] = browser.tabs as [Tab];
    await browser.pass(200_000);
    const added: number[] = [];
    for (let time = 0; time < 5; time++) {
      const before = tab.asked.length;
      await back(tab);
      await browser.pass(20_000);
      added.push(tab.asked.length - before);
    }
    assert.ok(added.slice(0, 3).every((count) => count <= 11 && count >= 9), String(added));
    assert.ok(added.slice(3).every((count) => count <= 3), String(added));
  });

  it('a reload does not begin the schedule anew', async () => {
    const { browser } = waiting(1);
    const [tab] = browser.tabs as [Tab];
    await browser.pass(300_000);
    await tab.feel('away');
    await tab.die();
    const reloaded = browser.open();
    Object.assign(reloaded, { storage: tab.storage });
    new Tag().show(reloaded);
    await browser.pass(120_000);
    assert.ok(reloaded.asked.length <= 11 + 7, String(reloaded.asked.length));
  });

  for (const [after, within] of [[10_000, 3_000], [100_000, 7_000], [600_000, 20_000]] as const) {
    it(`paid after ${after / 1000} s is seen within ${within / 1000} s, whatever chance does`, async () => {
      let longest = 0;
      for (let seed = 1; seed <= 60; seed++) {
        const { browser, server, shown } = waiting(1);
        browser.chance = seed === 1 ? () => 0.999 : chance(seed);
        await browser.pass(after + seed * 37);
        server.status = 'paid';
        const since = browser.time;
        while (shown[0]!.status !== 'paid') await browser.pass(100);
        longest = Math.max(longest, browser.time - since);
      }
      assert.ok(longest <= within, String(longest));
    });
  }
});

describe('after an outage', () => {
  it('10,000 clients that were cut off for a minute come back spread: no second sees more than 15 % of them, and all are back in 40 s', async () => {
    const CLIENTS = 10_000;
    const OUTAGE = { from: 30_000, to: 90_000 };
    const random = chance(7);
    // One queue for all of them: a heap would be faster, buckets of a tenth of a second are enough.
    const queue = new Map<number, (() => void)[]>();
    let now = 0;
    const after = (ms: number, task: () => void) => {
      const bucket = Math.ceil((now + ms) / 100);
      queue.set(bucket, [...(queue.get(bucket) ?? []), task]);
      return () => queue.set(bucket, (queue.get(bucket) ?? []).filter((one) => one !== task));
    };
    const perSecond = new Map<number, number>();
    const backAt: number[] = [];
    for (let client = 0; client < CLIENTS; client++) {
      let back = false;
      const poller = new Poller(async () => {
        if (now >= OUTAGE.from && now < OUTAGE.to) return { result: 'failed' };
        if (now >= OUTAGE.to && !back) {
          back = true;
          backAt.push(now);
          perSecond.set(Math.floor(now / 1_000), (perSecond.get(Math.floor(now / 1_000)) ?? 0) + 1);
        }
        return { result: 'answered' };
      }, { now: () => now, random, after });
      after(random() * 20_000, () => poller.start());
    }
    for (; now < 140_000; now += 100) {
      const due = queue.get(now / 100) ?? [];
      queue.delete(now / 100);
      for (const task of due) task();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const peak = Math.max(...perSecond.values()) / CLIENTS;
    const last = Math.max(...backAt) - OUTAGE.to;
    console.log(`after an outage of a minute: peak second ${(peak * 100).toFixed(1)} % of 10,000 clients, all back after ${(last / 1_000).toFixed(1)} s`);
    assert.deepEqual([backAt.length, peak <= 0.15, last <= 40_000], [CLIENTS, true, true]);
  });
});
