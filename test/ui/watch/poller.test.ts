import { expect } from '@open-wc/testing';
import { promised } from '../../elements/scripted-time.ts';
import { Poller, type Outcome } from '../../../src/ui/watch/poller.ts';

/** A world whose time passes when the test says so. */
class World {
  time = 0;
  chance = 0.5;
  #tasks: { at: number; task: () => void }[] = [];
  now = () => this.time;
  random = () => this.chance;
  after = (ms: number, task: () => void) => {
    const entry = { at: this.time + ms, task };
    this.#tasks.push(entry);
    return () => void (this.#tasks = this.#tasks.filter((one) => one !== entry));
  };

  get timers(): number {
    return this.#tasks.length;
  }

  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      for (let turn = 0; turn < 8; turn++) await Promise.resolve();
      const [next] = this.#tasks.filter(({ at }) => at <= end + 1e-6).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#tasks = this.#tasks.filter((one) => one !== next);
      this.time = Math.max(this.time, next.at);
      next.task();
    }
    this.time = end;
  }
}

function watched(outcome: (asked: number) => Outcome | Promise<Outcome> = () => ({ result: 'answered' })) {
  const world = new World();
  const at: number[] = [];
  const poller = new Poller(async () => {
    at.push(world.time);
    return outcome(at.length);
  }, world);
  return { world, at, poller };
}
const gaps = (at: number[]) => at.map((one, index) => Math.round(one - (at[index - 1] ?? 0)));

describe('Poller', () => {
  it('asks at most 105 times in 15 minutes, none of them later than a fifth after its time', async () => {
    const { world, at, poller } = watched();
    poller.start();
    await world.pass(900_000);
    expect(at.length).to.be.within(95, 105);
    const late = watched();
    late.world.chance = 1;
    late.poller.start();
    await late.world.pass(900_000);
    expect(Math.max(...gaps(late.at))).to.equal(19_200);
  });

  it('backs off between nothing and twice as long each time, at most 30 s, and forgets it with the first answer', async () => {
    const { world, at, poller } = watched((asked) => ({ result: asked < 8 ? 'failed' : 'answered' }));
    world.chance = 1;
    poller.start(true);
    await world.pass(160_000);
    expect(gaps(at).slice(1, 8)).to.deep.equal([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    const eager = watched(() => ({ result: 'failed' }));
    eager.world.chance = 0.1;
    eager.poller.start(true);
    await eager.world.pass(3_000);
    expect(gaps(eager.at).slice(1, 4)).to.deep.equal([200, 400, 800]);
  });

  for (const [waitMs, chance, wait] of [[7_000, 0, 7_000], [7_000, 1, 8_400], [300_000, 0, 300_000]] as const) {
    it(`after a failure it waits at least ${waitMs} ms when the server says so (chance ${chance})`, async () => {
      const { world, at, poller } = watched(() => ({ result: 'failed', waitMs }));
      world.chance = chance;
      poller.start(true);
      await world.pass(wait + 1);
      expect(at).to.deep.equal([0, wait]);
    });
  }

  it('over is over', async () => {
    const { world, at, poller } = watched(() => ({ result: 'over' }));
    poller.start();
    await world.pass(600_000);
    expect([at.length, world.timers]).to.deep.equal([1, 0]);
  });

  it('asks nothing when paused, at once when resumed, and is started once however often', async () => {
    const { world, at, poller } = watched();
    poller.start();
    poller.start();
    await world.pass(2_000);
    poller.pause();
    await world.pass(600_000);
    expect([at, world.timers]).to.deep.equal([[2_000], 0]);
    poller.start(true);
    poller.start(true);
    await world.pass(0);
    expect(at).to.deep.equal([2_000, 602_000]);
  });

  it('never has two questions in flight', async () => {
    let inFlight = 0;
    let most = 0;
    const world = new World();
    let answer = () => undefined as void;
    const poller = new Poller(() => {
      most = Math.max(most, ++inFlight);
      return new Promise((resolve) => {
        answer = () => {
          inFlight--;
          resolve({ result: 'answered' });
        };
      });
    }, world);
    poller.start(true);
    for (const act of [() => poller.now(), () => poller.hurry(), () => poller.pause(), () => poller.start(true), () => poller.stop(), () => poller.start(true)]) {
      void act();
      await world.pass(1_000);
    }
    expect(most).to.equal(1);
    answer();
    await world.pass(3_000);
    expect(most).to.equal(1);
  });

  it('stopped during a question, it asks no more', async () => {
    const { promise, resolve } = promised<Outcome>();
    const { world, at, poller } = watched(() => promise);
    poller.start(true);
    poller.stop();
    resolve({ result: 'answered' });
    await world.pass(60_000);
    expect([at.length, world.timers]).to.deep.equal([1, 0]);
  });

  it('hurries for 20 s, three times in 15 minutes', async () => {
    const { world, at, poller } = watched();
    poller.start();
    await world.pass(200_000);
    const counts: number[] = [];
    for (let time = 0; time < 5; time++) {
      const before = at.length;
      poller.hurry();
      await world.pass(20_000);
      counts.push(at.length - before);
      await world.pass(20_000);
    }
    expect(counts.map((count) => count >= 8)).to.deep.equal([true, true, true, false, false]);
  });
});
