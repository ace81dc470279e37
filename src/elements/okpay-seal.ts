import { PaymentErrorEvent } from '../act-events.ts';
import { Problem } from '../formats/problem.ts';
import { safeUrl, type SafeUrl } from '../formats/safe-url.ts';
import type { OkpaySealWords } from '../locales/en/okpay-seal.ts';
import { invalid } from '../ui/page-amount.ts';
import { css } from '../ui/plain/css.ts';
import { withProperties } from '../ui/plain/plain-element.ts';
import { draw, h, sign } from '../ui/plain/shape.ts';
import { SHIELD } from '../ui/plain/signs.ts';
import { defineSpeaking, hearLanguage } from '../ui/plain/speaking.ts';
import { follow, Words, type Speaker } from '../ui/words.ts';

export type { OkpaySealWords };
// Whoever imports the tag alone hears its events typed too.
export type * from '../act-events.ts';
export type * from '../events.ts';

/** The hosts whose word a seal can be: OKPAY's own. */
const OKPAY = /^https:\/\/([a-z\d-]+\.)*okpay\.com$/;

/** A page may fetch what it gives to a tag: so long nothing is said of one that was given nothing. */
const EMPTY_MS = 3_000;

const words = new Words<OkpaySealWords>(async (language) => (await import(`../locales/${language}/okpay-seal.ts`)).okpaySealWords);

const styles = css`
  :host {
    display: inline-block;
    font: 400 max(15px, 0.9375em) / 1.5 var(--paytags-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
  }
  :host([hidden]) {
    display: none;
  }
  a {
    position: relative;
    display: flex;
    box-sizing: border-box;
    align-items: center;
    gap: 0.625em;
    min-height: 44px;
    padding: 0.25em 0.875em;
    border: 1px solid var(--paytags-border, light-dark(#e2e5ea, #31353e));
    border-radius: var(--paytags-radius-control, 0.625em);
    background: var(--paytags-surface, light-dark(#fff, #181a1f));
    color: var(--paytags-color, light-dark(#14171c, #f1f3f6));
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  a:focus-visible {
    outline: 3px solid var(--paytags-focus, light-dark(#1f63e6, #8db4ff));
    outline-offset: 2px;
  }
  b {
    font-weight: 650;
  }
  .icon {
    flex: none;
    width: 1.25em;
    color: var(--paytags-success, light-dark(#0b6a41, #6bd9a2));
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .aloud {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }
`;

/**
 * OKPAY's seal: it leads to what OKPAY says in public of the shop's account. It is drawn here, so nothing is fetched from OKPAY. A seal that
 * cannot be checked would look like a proof and be none: without a good address nothing is drawn, and the page is told.
 *
 * @attr {string} account - The number of the account whose public information is shown, up to 9 digits: not a wallet, which begins with OK.
 * @attr {string} href - The address of that information, as OKPAY's seal generator gives it; it wins over `account`. Only an `https:` address of okpay.com: whoever vouches is OKPAY, or it is no seal.
 * @attr {string} size - `small`: the mark alone.
 *
 * @fires {PaymentErrorEvent} payment-error - The seal is not drawn: `invalid-attribute` or `unsafe-url`.
 *
 * @csspart seal - The link.
 *
 * @cssprop [--paytags-surface] - Behind the seal.
 * @cssprop [--paytags-color] - Text.
 * @cssprop [--paytags-border] - Its edge.
 * @cssprop [--paytags-success] - The shield.
 * @cssprop [--paytags-focus] - The focus ring.
 * @cssprop [--paytags-font] - Font family.
 * @cssprop [--paytags-radius-control=0.625em] - Corners.
 */
export class OkpaySeal extends withProperties(['account', 'href', 'size']) implements Speaker<OkpaySealWords> {
  /** @internal */
  declare spoken?: OkpaySealWords;
  /** @internal */
  declare unspoken: Speaker<OkpaySealWords>['unspoken'];

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #told = new Set<string>();
  #language: MutationObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Defines the tag, one that stands in the page once the words for its place are here. */
  static define(tag: string): Promise<void> {
    return defineSpeaking(tag, this as unknown as CustomElementConstructor, words);
  }

  override connectedCallback(): void {
    this.#root.adoptedStyleSheets = [styles()];
    this.#language = hearLanguage(this, () => this.requestUpdate());
    super.connectedCallback();
  }

  disconnectedCallback(): void {
    this.#language?.disconnect();
    clearTimeout(this.#timer);
  }

  protected override update(): void {
    follow(this, words);
    const { account, href, size, spoken } = this;
    const leads: SafeUrl | undefined = this.#checked(() => this.#address());
    const small = size === 'small';
    this.#checked(() => {
      if (size && !small) throw invalid('size', size, 'write small, or leave it out');
    });
    const [before = '', after = ''] = spoken?.seal.split('OKPAY') ?? [];
    draw(this.#root, [
      spoken &&
        leads &&
        h('a', { part: 'seal', lang: spoken.lang, href: leads, target: '_blank', rel: 'noopener' }, sign(SHIELD),
          h('span', {}, small ? '' : before, h('b', { translate: 'no' }, 'OKPAY'), small ? '' : after, h('span', { class: 'aloud' }, ` (${spoken.check})`))),
    ]);
    clearTimeout(this.#timer);
    if (!account && !href) this.#timer = setTimeout(() => console.warn(`<${this.localName}> has nothing to show: it needs account or href.`), EMPTY_MS);
  }

  /** Where the seal leads; undefined where the page has not said it. Throws a Problem for what it must not lead to. */
  #address(): SafeUrl | undefined {
    const { account, href } = this;
    if (href) {
      const url = safeUrl(href, { base: document.baseURI, field: 'href' });
      if (OKPAY.test(new URL(url).origin)) return url;
      throw new Problem('unsafe-url', `href="${href.slice(0, 80)}" is not followed: a seal leads to https://www.okpay.com or another host of okpay.com.`, { field: 'href', value: href });
    }
    if (!/^\d{0,9}$/.test(account)) throw invalid('account', account, 'write the number of the OKPAY account, up to 9 digits, or the address of the seal generator as href');
    return account ? safeUrl(`https://www.okpay.com/account/user/${account}`, { base: document.baseURI }) : undefined;
  }

  /** What a question gives; a Problem is told to the page and to the developer, each once. */
  #checked<T>(question: () => T): T | undefined {
    try {
      return question();
    } catch (error) {
      const problem = error as Problem;
      if (this.#told.has(problem.message)) return undefined;
      this.#told.add(problem.message);
      console.error(`<${this.localName}> ${problem.message}`);
      // In this task, but never during an update: a listener may change the element.
      queueMicrotask(() => this.dispatchEvent(/** @internal */ new PaymentErrorEvent({ status: 'idle' }, problem, false)));
      return undefined;
    }
  }
}
