import { expect } from '@open-wc/testing';
import { CODE, DYNAMIC_CODE, json, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const ORDER = { code: CODE, 'status-url': STATUS_URL };

/** Seconds at which the server was asked. */
const asked = () => page.server.asked.map(({ at }) => Math.round((at - 50_000) / 100) / 10);

describe('<pix-qr>: when the server is asked', () => {
  it('every 2 s for a minute, every 5 s to minute 3, then every 16 s, one at a time', async () => {
    await page.tag(ORDER);
    await page.time.advance(300_000);
    const at = asked();
    const gaps = (from: number, to: number) => new Set(at.filter((s) => s > from && s <= to).map((s) => Math.round(s - (at[at.indexOf(s) - 1] ?? 0))));
    expect([gaps(0, 60), gaps(66, 180), gaps(200, 300)].map((one) => [...one])).to.deep.equal([[2], [5], [16]]);
    expect(page.server.mostAtOnce).to.equal(1);
  });

  for (const chance of [0, 0.999999]) {
    it(`the interval strays by a fifth and no more (chance ${chance})`, async () => {
      page.time.chance = chance;
      await page.tag(ORDER);
      await page.time.advance(4_900);
      expect(asked()).to.deep.equal(chance ? [2.4, 4.8] : [1.6, 3.2, 4.8]);
    });
  }

  for (const [wanted, kept] of [[500, 0.5], [4_000, 4], [100, 0.5], [3_600_000, 60]] as const) {
    it(`pollAfterMs ${wanted} is kept as ${kept} s`, async () => {
      page.server.answers({ status: 'pending', pollAfterMs: wanted });
      await page.tag(ORDER);
      await page.time.advance(2_000 + kept * 2_000);
      expect(asked()).to.deep.equal([2, 2 + kept, 2 + 2 * kept]);
    });
  }

  it('asks for JSON, never from a cache, with the page’s own credentials only, and follows no redirect', async () => {
    await page.tag(ORDER);
    await page.time.advance(2_000);
    const [{ request, url, method }] = page.server.asked as [(typeof page.server.asked)[number]];
    expect([method, url]).to.deep.equal(['GET', new URL(STATUS_URL, location.href).href]);
    expect([request.cache, request.credentials, request.redirect, request.headers.get('accept')]).to.deep.equal([
      'no-store', 'same-origin', 'error', 'application/json',
    ]);
  });

  it('no status-url, no question', async () => {
    await page.tag({ code: CODE });
    await page.time.advance(60_000);
    expect(page.server.asked).to.have.length(0);
  });

  it('a status-url that comes later is asked', async () => {
    const tag = await page.tag({ code: CODE });
    await tag.set({ 'status-url': STATUS_URL });
    await page.time.advance(5_000);
    expect(page.server.asked).to.not.have.length(0);
  });

  it('one question at a time, however slow the answer and whoever asks', async () => {
    const answer = page.server.holds();
    const tag = await page.tag(ORDER);
    await page.time.advance(7_000);
    const refreshed = [tag.element.refresh(), tag.element.refresh()];
    dispatchEvent(new Event('online'));
    await settle();
    expect(asked()).to.deep.equal([2]);
    answer({ status: 'paid' });
    expect((await Promise.all(refreshed)).map(({ status }) => status)).to.deep.equal(['paid', 'paid']);
    expect(page.server.mostAtOnce).to.equal(1);
  });

  for (const status of ['paid', 'failed', 'canceled', 'refunded']) {
    it(`${status} is the last answer`, async () => {
      page.server.answers({ status: 'pending' }, { status });
      await page.tag(ORDER);
      await page.time.advance(120_000);
      expect(asked()).to.deep.equal([2, 4]);
      expect(page.time.timers, 'no timer is left').to.equal(0);
    });
  }

  it('expired is asked after for two minutes, and again whenever the shopper comes back', async () => {
    page.server.answers({ status: 'expired' });
    await page.tag(ORDER);
    await page.time.advance(600_000);
    expect(asked().at(-1)).to.be.within(105, 128);
    const before = page.server.asked.length;
    await page.show(true);
    await page.time.advance(60_000);
    expect(page.server.asked).to.have.length(before);
    await page.show(false);
    expect(page.server.asked).to.have.length(before + 1);
  });
});

describe('<pix-qr>: hidden pages', () => {
  const away = async (tag: Tag) => {
    await page.show(true);
    const before = page.server.asked.length;
    await page.time.advance(600_000);
    expect(page.server.asked, 'asked while hidden').to.have.length(before);
    await page.show(false);
    await page.time.advance(1_000);
    expect(page.server.asked, 'asked on return').to.have.length(before + 1);
    return tag;
  };

  it('ask nothing, and once at once on return, then often for a while', async () => {
    const tag = await page.tag(ORDER);
    await page.time.advance(200_000);
    await away(tag);
    const back = page.server.asked.length;
    await page.time.advance(18_900);
    expect(page.server.asked.length - back).to.be.within(9, 10);
  });

  it('ask nothing when hidden during an answer', async () => {
    const answer = page.server.holds();
    const tag = await page.tag(ORDER);
    await page.time.advance(2_000);
    await page.show(true);
    answer({ status: 'pending' });
    await settle();
    await away(tag);
  });

  for (const [what, attributes] of [
    ['without a deadline', {}],
    ['with a deadline, which needs the server’s time', { 'expires-at': '2026-11-21T12:01:00Z' }],
  ] as const) {
    it(`ask nothing when born hidden ${what}`, async () => {
      page.hidden = true;
      await page.tag({ ...ORDER, ...attributes });
      await page.time.advance(120_000);
      expect(page.server.asked).to.have.length(0);
      await page.show(false);
      expect(page.server.asked).to.have.length(1);
    });
  }

  it('ask nothing when the time is up', async () => {
    page.server.answers({ status: 'pending', serverTime: page.time.iso() });
    const tag = await page.tag({ ...ORDER, 'expires-at': page.time.iso(60_000) });
    await away(tag);
  });

  it('ask nothing when the network comes back', async () => {
    await page.tag(ORDER);
    await page.show(true);
    dispatchEvent(new Event('online'));
    await page.time.advance(10_000);
    expect(page.server.asked).to.have.length(0);
  });
});

describe('<pix-qr>: another payment', () => {
  for (const [what, change, url] of [
    ['another status-url', { 'status-url': '/payments/other' }, '/payments/other'],
    ['another code', { code: DYNAMIC_CODE }, STATUS_URL],
  ] as const) {
    it(`${what}: an answer to the earlier one is not for it`, async () => {
      const answer = page.server.holds();
      const tag = await page.tag(ORDER);
      await page.time.advance(2_000);
      await tag.set(change);
      answer({ status: 'paid' });
      await settle();
      expect([tag.element.status, tag.count('payment-paid')]).to.deep.equal(['pending', 0]);
      expect(tag.symbol, 'the code is still there').to.not.equal(null);
      page.server.nowAnswers(json({ status: 'failed' }));
      await page.time.advance(5_000);
      expect([page.server.asked.at(-1)!.url, tag.element.status]).to.deep.equal([new URL(url, location.href).href, 'failed']);
    });
  }

  it('another status-url of a paid payment begins anew', async () => {
    page.server.answers({ status: 'paid' }, { status: 'pending' });
    const tag = await page.tag(ORDER);
    await page.time.advance(2_000);
    await tag.set({ 'status-url': '/payments/next' });
    await page.time.advance(5_000);
    expect([tag.element.status, tag.symbol === null]).to.deep.equal(['pending', false]);
    expect(page.server.asked.at(-1)!.url).to.match(/next$/);
  });
});
