import { expect } from '@open-wc/testing';
import { Countdown, digits } from '../../src/ui/life/clock.ts';
import { ServerClock } from '../../src/ui/watch/server-clock.ts';
import { retryAfterMs } from '../../src/ui/watch/request.ts';

describe('digits', () => {
  for (const [ms, text] of [
    [0, '0:00'], [999, '0:00'], [1_000, '0:01'], [59_999, '0:59'], [60_000, '1:00'], [872_000, '14:32'], [3_599_999, '59:59'],
    [3_600_000, '1:00:00'], [3_723_000, '1:02:03'], [90_000_000, '25:00:00'], [-1, '0:00'], [-3_600_000, '0:00'],
  ] as const) {
    it(`${ms} ms: ${text}`, () => expect(digits(ms)).to.equal(text));
  }
});

describe('ServerClock', () => {
  const { now } = Date;
  afterEach(() => void (Date.now = now));

  it('goes by the local clock until a server has told its time, then by the server’s, whatever the local one does', () => {
    const clock = new ServerClock();
    expect(clock.known).to.equal(false);
    expect(Math.abs(clock.now() - now())).to.be.below(50);
    clock.sync(Date.parse('2026-11-21T12:00:00Z'), 200);
    Date.now = () => 0;
    expect(clock.known).to.equal(true);
    expect(clock.now() - Date.parse('2026-11-21T12:00:00.100Z')).to.be.within(-1, 50);
  });
});

describe('Countdown', () => {
  it('tells the time left at once, and nothing once it is stopped', () => {
    const clock = new ServerClock();
    clock.sync(1_000_000, 0);
    const left: number[] = [];
    const countdown = new Countdown(() => clock.now(), (ms) => left.push(ms));
    expect(countdown.leftMs).to.equal(undefined);
    countdown.run(1_060_000);
    expect(left).to.have.length(1);
    expect(left[0]).to.be.within(59_900, 60_000);
    countdown.run(undefined);
    expect([countdown.leftMs, left.length]).to.deep.equal([undefined, 1]);
  });
});

describe('retryAfterMs', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  for (const [header, ms] of [
    [null, undefined], ['', undefined], ['7', 7_000], ['0', 1_000], ['300', 300_000], ['301', 300_000], ['1000000000', 300_000],
    ['Sat, 21 Nov 2026 12:00:10 GMT', 10_000], ['Sat, 21 Nov 2026 11:00:00 GMT', 1_000], ['Sun, 21 Nov 2027 12:00:00 GMT', 300_000],
    ['soon', undefined], ['7 s', undefined], ['1e3', undefined],
  ] as const) {
    it(`${String(header)}: ${String(ms)}`, () => expect(retryAfterMs(header, now)).to.equal(ms));
  }
});
