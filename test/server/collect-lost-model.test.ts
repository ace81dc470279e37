import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createPayments, okpayCollect, okpayPayouts, ProviderError, type OkpayPayoutOrder } from '../../src/server.ts';
import { BASE, DRAFT, KEY, MCH, SETTINGS } from './collect-shop.ts';
import { memoryStore } from './memory-store.ts';
import { START } from './shop.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);

/** What becomes of one request: whether and when the platform has it, when it owns up to it, and whether its answer arrives. */
interface Fate {
  readonly arrives: boolean;
  /** Milliseconds until a query knows what has arrived. */
  readonly lag: number;
  readonly answer: 'comes' | 'cut' | 'garbage' | '502';
}
const lagging = (most: number) =>
  fc.record({
    arrives: fc.constantFrom(false, false, true),
    lag: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most - 1 })),
    answer: fc.constantFrom<Fate['answer']>('cut', 'cut', 'garbage', '502', 'comes'),
  });
const asked = fc.record({ arrives: fc.constant(true), lag: fc.constant(0), answer: fc.constantFrom<Fate['answer']>('comes', 'comes', 'comes', 'cut', '502') });

/** A platform that takes every order, also one that it has, and says nothing false but that it does not know yet. */
function openPlatform(sent: readonly Fate[], queried: readonly Fate[]) {
  const clock = { time: START };
  const taken: { number: string; knownFrom: number }[] = [];
  /** The numbers that were sent, whatever became of them. */
  const sends: string[] = [];
  let at = 0;
  async function fetch(request: Request): Promise<Response> {
    const number = new URLSearchParams(await request.text()).get('out_trade_no') ?? '';
    const isQuery = request.url.includes('/query/');
    const fates = isQuery ? queried : sent;
    const { arrives, lag, answer } = fates[at++ % fates.length]!;
    if (!isQuery) sends.push(number);
    if (!isQuery && arrives) taken.push({ number, knownFrom: clock.time + lag });
    if (answer === 'cut') throw new TypeError('fetch failed');
    if (answer !== 'comes') return new Response('<html>', { status: answer === '502' ? 502 : 200 });
    if (!isQuery) return arrives ? Response.json({ code: 0, data: { url: `${BASE}/pay/1` } }) : new Response('', { status: 504 });
    const known = taken.some((one) => one.number === number && one.knownFrom <= clock.time);
    return Response.json(known ? { code: 0, mchId: MCH, out_trade_no: number, status: 0, money: '100.00', currency: 'INR' } : { code: 7 });
  }
  return { clock, taken, sends, fetch };
}

const wait = fc.record({ do: fc.constant('wait' as const), for: fc.constantFrom(1000, 30_000, 30_000, 45_000, 60_000, 60_000, 3_600_000) });
const doing = <Word extends string>(...words: readonly Word[]) => fc.record({ do: fc.constantFrom(...words), for: fc.constant(0) });
const fates = (most: number) => [fc.array(lagging(most), { minLength: 9, maxLength: 9 }), fc.array(asked, { minLength: 9, maxLength: 9 })] as const;
const lives = <Act>(act: fc.Arbitrary<Act>) => fc.array(act, { minLength: 20, maxLength: 40 });

describe('a payment of OKPAY Collect and Pay whose answers are lost, in any life', () => {
  it('is at the platform once at most, whatever is pressed, by how many, and whoever starts anew', async () => {
    let again = 0;
    let given = 0;
    const acts = lives(fc.oneof(doing('press', 'press', 'press twice', 'start anew'), wait));
    await fc.assert(
      // Nobody asks again for 30 seconds, and then the two answers are 60 seconds apart.
      fc.asyncProperty(acts, ...fates(90_000), async (life, sent, queried) => {
        const { clock, taken, sends, fetch } = openPlatform(sent, queried);
        const store = memoryStore();
        const start = () =>
          createPayments({
            store,
            providers: [okpayCollect({ ...SETTINGS, fetch })],
            publicUrl: 'https://shop.example/payments',
            order: () => ({ amount: '100.00', currency: 'INR' }),
            onPaid: () => assert.fail('paid'),
            warn: () => {},
            now: () => new Date(clock.time),
          });
        const shops = [start(), start()];
        const press = async (shop: (typeof shops)[0]) => {
          const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'one-key-of-one-page' };
          const { status } = await shop.handle(new Request('https://shop.example/payments', { method: 'POST', headers, body: JSON.stringify(DRAFT) }));
          assert.ok([201, 422, 503].includes(status), String(status));
          given += Number(status === 201);
        };
        for (const act of life) {
          clock.time += act.for;
          if (act.do === 'press') await press(shops[0]!);
          if (act.do === 'press twice') await Promise.all(shops.map(press));
          if (act.do === 'start anew') shops[0] = start();
          assert.ok(taken.length <= 1, `the platform has it ${taken.length} times`);
        }
        assert.ok(new Set(sends).size <= 1);
        again += Math.max(0, sends.length - 1);
      }),
      { numRuns: RUNS },
    );
    assert.ok(again > RUNS / 10 && given > RUNS / 50, `sent again ${again} times, given ${given} times`);
  });
});

describe('a payout whose answers are lost, in any life', () => {
  const ORDER: Omit<OkpayPayoutOrder, 'outTradeNo'> = { amount: '100.00', currency: 'INR', payType: 'BANK', account: '0012', userName: 'Asha Rao', phone: '9', email: 'a@b.example' };

  it('goes out once at most, also where the shop chooses a new number for one that was not taken', async () => {
    let renewed = 0;
    let gone = 0;
    const acts = lives(fc.oneof(doing('pay', 'find', 'pay twice', 'start anew'), wait));
    await fc.assert(
      fc.asyncProperty(acts, ...fates(60_000), fc.boolean(), async (life, sent, queried, isCareful) => {
        const { clock, taken, sends, fetch } = openPlatform(sent, queried);
        const store = memoryStore();
        const start = () => okpayPayouts({ ...{ baseUrl: BASE, mchId: MCH, key: KEY, notifyUrl: 'https://shop.example/callbacks/okpay-payout' }, store, fetch, now: () => new Date(clock.time) });
        const shops = [start(), start()];
        let number = 0;
        const current = () => `P${number}`;
        const pay = async (shop: (typeof shops)[0]) => shop.payOut({ ...ORDER, outTradeNo: current() }).catch((error: unknown) => assert.ok(error instanceof ProviderError && error.refused));
        /** A careful shop asks whether a number is free before it uses it. */
        const looksFirst = async () => {
          if (isCareful) await shops[1]!.find(current());
          if (isCareful) clock.time += 60_000;
        };
        await looksFirst();
        for (const act of life) {
          clock.time += act.for;
          let said: unknown[] = [];
          if (act.do === 'pay') said = [await pay(shops[0]!)];
          if (act.do === 'pay twice') said = await Promise.all(shops.map(pay));
          if (act.do === 'find') said = [await shops[0]!.find(current())];
          if (act.do === 'start anew') shops[0] = start();
          if (said.includes('not-taken')) {
            number += 1;
            await looksFirst();
          }
          assert.ok(taken.length <= 1, `it went out ${taken.length} times, as ${taken.map((one) => one.number).join(', ')}`);
        }
        assert.equal(new Set(sends).size, sends.length, 'no number is sent twice');
        renewed += number;
        gone += taken.length;
      }),
      { numRuns: RUNS },
    );
    assert.ok(renewed > RUNS / 10 && gone > RUNS / 10, `${renewed} new numbers, ${gone} gone`);
  });
});
