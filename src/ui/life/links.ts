import type { Problem } from '../../formats/problem.ts';
import { safeUrl } from '../../formats/safe-url.ts';
import type { PaymentLife } from '../payment-life.ts';

/** The addresses that the page names, each safe to follow or not there at all. */
export class Links {
  readonly #life: PaymentLife;
  readonly #refused = new Set<string>();

  constructor(life: PaymentLife) {
    this.#life = life;
  }

  get help(): string | undefined {
    return this.#href('help-url', this.#life.host.helpUrl);
  }

  get success(): string | undefined {
    return this.#href('success-url', this.#life.host.successUrl);
  }

  get failure(): string | undefined {
    return this.#href('failure-url', this.#life.host.failureUrl);
  }

  /** An address that may not be followed is told once, and is no link. */
  #href(attribute: string, value: string): string | undefined {
    if (!value) return undefined;
    try {
      return safeUrl(value, document.baseURI);
    } catch (error) {
      const told = `${attribute} ${value}`;
      if (!this.#refused.has(told)) this.#life.report(error as Problem, false);
      this.#refused.add(told);
      return undefined;
    }
  }
}
