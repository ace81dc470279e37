import { PaymentErrorEvent } from '../../act-events.ts';
import type { Method } from '../../formats/payment.ts';
import type { Problem } from '../../formats/problem.ts';
import type { PaymentElement } from '../payment-element.ts';
import { mistakesIn } from './mistakes.ts';

/** What a tag has to be given, by its method. */
const NEEDS: Partial<Record<Method, string>> = {
  pix: 'code, create-url, or pix-key with merchant-name and merchant-city',
  oktoCash: 'create-url, or package-id with payment-code',
  oktoWallet: 'create-url, or code',
  okpayCollect: 'create-url, url, or upi',
  octopus: 'create-url, or token with landing-url',
};
/** A page may fetch what it gives to a tag: so long nothing is said of one that was given nothing. */
const EMPTY_MS = 3_000;

/** Tells the page, and the developer in the console, of what is wrong. */
export class Reports {
  readonly #host: PaymentElement;
  /** The mistakes of the page that were told. */
  readonly #told = new Set<string>();
  #problem: Problem | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PaymentElement) {
    this.#host = host;
  }

  /**
   * Tells of one thing. A mistake of the page is no matter of trying again, and the same one is told once.
   *
   * @param recoverable - The tag goes on trying.
   */
  tell(problem: Problem, recoverable: boolean): void {
    const { code, message } = problem;
    if (code === 'invalid-attribute' || code === 'unsafe-url') {
      if (this.#told.has(message)) return;
      this.#told.add(message);
      recoverable = false;
    }
    const said = `<${this.#host.localName}> ${message}`;
    if (!recoverable) console.error(said);
    else if (code === 'bad-response') console.warn(said);
    // In this task, but never during an update: a listener may change the element.
    queueMicrotask(() => this.#host.dispatchEvent(/** @internal */ new PaymentErrorEvent(this.#host.payment, problem, recoverable)));
  }

  /** The element has been drawn: tells why no code is shown, what is wrong in what the page has written, and that nothing is there. */
  look(problem: Problem | undefined): void {
    if (problem && problem.message !== this.#problem?.message) this.tell(problem, false);
    this.#problem = problem;
    for (const mistake of mistakesIn(this.#host)) this.tell(mistake, false);
    const { localName, renderRoot, sandbox } = this.#host;
    if (sandbox) import('./accent.ts').then(({ judgeAccent }) => judgeAccent(localName, renderRoot), () => undefined);
    this.stop();
    if (!problem && this.#empty && !this.#told.has('')) this.#timer = setTimeout(() => this.#miss(), EMPTY_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  get #empty(): boolean {
    const { status, createUrl } = this.#host;
    return status === 'idle' && !createUrl && !this.#host.given();
  }

  #miss(): void {
    this.#told.add('');
    const { localName, method } = this.#host;
    console.warn(`<${localName}> has nothing to show: it needs ${NEEDS[method]}.`);
  }
}
