import type { PaymentStatusEvent } from '../../../src/events.ts';
import type { News, Source } from '../../../src/formats/payment.ts';
import type { Problem } from '../../../src/formats/problem.ts';
import { PaymentController, type PaymentHost } from '../../../src/ui/payment-controller.ts';
import type { Watcher } from '../../../src/ui/watch/known.ts';
import type { Watch } from '../../../src/ui/watch/watch.ts';
import { watchOf } from '../../../src/ui/watch/watches.ts';
import type { World } from '../../../src/ui/watch/world.ts';

const EVENTS = ['payment-status', 'payment-paid', 'payment-failed', 'payment-expired', 'payment-canceled', 'payment-refunded'];

/** A tag without its picture: the controller that every tag has, on a watch. */
export class Tag implements Watcher {
  readonly parse = undefined;
  eventsUrl = '';
  /** The names of the events as a page hears them, with the problems and recoveries. */
  readonly heard: string[] = [];
  readonly sources: Source[] = [];
  readonly payments: PaymentController;
  watch: Watch | undefined;
  readonly #url: string;

  constructor(url = 'https://shop.example/payments/1') {
    this.#url = url;
    const host = Object.assign(new EventTarget(), {
      requestUpdate: () => undefined,
      given: () => ({ pix: { code: 'code' } }),
      read: () => undefined,
      mirror: () => undefined,
    });
    for (const name of EVENTS) {
      host.addEventListener(name, (event) => {
        this.heard.push(name === 'payment-status' ? (event as PaymentStatusEvent).status : name);
        if (name === 'payment-status') this.sources.push((event as PaymentStatusEvent).source);
      });
    }
    this.payments = new PaymentController(host as unknown as PaymentHost);
    this.payments.replace({ status: 'pending' }, 'page');
  }

  get status() {
    return this.payments.state.status;
  }

  /** Shows the payment in a tab. */
  show(world: World): void {
    this.watch = watchOf(this.#url, world);
    this.watch.join(this, this.payments.state);
  }

  /** The tag leaves the page. */
  leave(): void {
    if (this.watch) this.heard.push('left');
    this.watch?.leave(this);
    this.watch = undefined;
  }

  take(news: News, source: Source): void {
    this.payments.take(news, source);
  }

  changed(): void {}

  report(problem: Problem): void {
    this.heard.push(problem.code);
  }

  recovered(): void {
    this.heard.push('recovered');
  }
}
