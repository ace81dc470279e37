import type { Problem } from '../../formats/problem.ts';
import { allowedOrigins, safeUrl, type AddressRules, type SafeUrl } from '../../formats/safe-url.ts';
import type { PaymentLife } from '../payment-life.ts';

/** Schemes of the payment apps that a server may name without being told to. */
const APPS = ['octopus:', 'upi:'];

/** The addresses that the page and its server name, each safe to follow or not there at all. */
export class Links {
  readonly #life: PaymentLife;
  readonly #refused = new Set<string>();

  constructor(life: PaymentLife) {
    this.#life = life;
  }

  get help(): SafeUrl | undefined {
    return this.#href('help-url', this.#life.host.helpUrl);
  }

  get success(): SafeUrl | undefined {
    return this.#href('success-url', this.#life.host.successUrl);
  }

  get failure(): SafeUrl | undefined {
    return this.#href('failure-url', this.#life.host.failureUrl);
  }

  /** What an answer from `base` may name: origins of the page, of the two addresses that are asked, and what `allow-origins` lists. */
  answered(base: string): AddressRules {
    const { allowOrigins, statusUrl } = this.#life.host;
    const own = [location.href, base, statusUrl].map((url) => (URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).origin : ''));
    return { base, origins: [...own, ...allowedOrigins(allowOrigins).allowed], schemes: APPS };
  }

  /** An address in a field of an answer; none where there is none or it may not be followed, which is told. */
  named(field: string, value: string | undefined, rules: AddressRules): SafeUrl | undefined {
    return value ? this.#safe(value, { ...rules, field }) : undefined;
  }

  #href(field: string, value: string): SafeUrl | undefined {
    return value ? this.#safe(value, { base: document.baseURI, field }) : undefined;
  }

  /** An address that may not be followed is told once, and is no link. */
  #safe(value: string, rules: AddressRules): SafeUrl | undefined {
    try {
      return safeUrl(value, rules);
    } catch (error) {
      const told = `${rules.field} ${value}`;
      if (!this.#refused.has(told)) this.#life.report(error as Problem, false);
      this.#refused.add(told);
      return undefined;
    }
  }
}
