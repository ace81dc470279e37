import type { Problem } from '../../formats/problem.ts';
import { allowedOrigins, allowedSchemes, safeUrl, type AddressRules, type SafeUrl } from '../../formats/safe-url.ts';
import type { PaymentElement } from '../payment-element.ts';
import type { PaymentLife } from '../payment-life.ts';

/** Schemes of the payment apps that a server may name without being told to. */
const APPS = ['octopus:', 'upi:'];

/** What an address in an attribute of the page may be: what is asked has no other scheme than https. */
export const written = (attribute: string): AddressRules => ({
  base: document.baseURI,
  schemes: /^(status|create|events)-url$/.test(attribute) ? [] : undefined,
  field: attribute,
});

const camelCase = (attribute: string): string => attribute.replace(/-./g, ([, letter]) => letter!.toUpperCase());

/** What a page has written, be it the attribute or the property of that name. */
export function textOf(host: PaymentElement, attribute: string): string {
  const value: unknown = Reflect.get(host, camelCase(attribute));
  return typeof value === 'string' ? value : (host.getAttribute(attribute) ?? '').trim();
}

/** The addresses that the page and its server name, each safe to follow or not there at all; that one is not is told. */
export class Links {
  readonly #life: PaymentLife;

  constructor(life: PaymentLife) {
    this.#life = life;
  }

  get help(): SafeUrl | undefined {
    return this.written('help-url');
  }

  get success(): SafeUrl | undefined {
    return this.written('success-url');
  }

  get failure(): SafeUrl | undefined {
    return this.written('failure-url');
  }

  /** The address that the page has written into an attribute of the tag. */
  written(attribute: string): SafeUrl | undefined {
    return this.named(attribute, textOf(this.#life.host, attribute), written(attribute));
  }

  /**
   * An address of the payment: what the page has written into that attribute is the page's own, all else is the server's.
   *
   * @param known - Origins that the provider of the tag is known to have.
   */
  ofPayment(attribute: string, value: string | undefined, known: readonly string[] = []): SafeUrl | undefined {
    return this.#told(() => this.judged(attribute, value, known));
  }

  /** As `ofPayment`, for an address without which nothing can be paid: throws where it may not be followed. */
  judged(attribute: string, value: string | undefined, known: readonly string[] = []): SafeUrl | undefined {
    const { host, watch } = this.#life;
    const own = textOf(host, attribute);
    if (!value || value === own) return own ? safeUrl(own, written(attribute)) : undefined;
    const { origins = [], ...rules } = this.answered(new URL(watch.statusUrl, document.baseURI).href);
    return safeUrl(value, { ...rules, origins: [...origins, ...known], field: camelCase(attribute) });
  }

  /** What an address in an answer from `base` may be: of the page's origin, of those that it asks, or of what the page's two lists allow. */
  answered(base: string): AddressRules {
    const { allowOrigins, allowSchemes, eventsUrl, statusUrl } = this.#life.host;
    const own = [location.href, base, statusUrl, eventsUrl].flatMap((url) => (URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).origin : []));
    return { base, origins: [...own, ...allowedOrigins(allowOrigins).allowed], schemes: [...APPS, ...allowedSchemes(allowSchemes).allowed] };
  }

  /** The address in an attribute or a field of an answer, if it may be followed. */
  named(field: string, value: string | undefined, rules: AddressRules): SafeUrl | undefined {
    return this.#told(() => (value ? safeUrl(value, { ...rules, field }) : undefined));
  }

  #told(judge: () => SafeUrl | undefined): SafeUrl | undefined {
    try {
      return judge();
    } catch (problem) {
      this.#life.report(problem as Problem, false);
      return undefined;
    }
  }
}
