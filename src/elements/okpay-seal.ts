import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { PaymentErrorEvent } from '../act-events.ts';
import { Problem } from '../formats/problem.ts';
import { safeUrl, type SafeUrl } from '../formats/safe-url.ts';
import type { OkpaySealWords } from '../locales/en/okpay-seal.ts';
import { icon } from '../ui/icons.ts';
import { invalid } from '../ui/page-amount.ts';
import { property } from '../ui/property.ts';
import { follow, Words } from '../ui/words.ts';

export type { OkpaySealWords };
// Whoever imports the tag alone hears its events typed too.
export type * from '../act-events.ts';
export type * from '../events.ts';

/** A shield with a check mark. */
const SHIELD = 'M11 2.5 4.5 5v5.5c0 4 2.6 7 6.5 9 3.9-2 6.5-5 6.5-9V5zM8.2 11l2 2 3.6-4';

/** The hosts whose word a seal can be: OKPAY's own. */
const OKPAY = /^https:\/\/([a-z\d-]+\.)*okpay\.com$/;

/** A page may fetch what it gives to a tag: so long nothing is said of one that was given nothing. */
const EMPTY_MS = 3_000;

const words = new Words<OkpaySealWords>(async (language) => (await import(`../locales/${language}/okpay-seal.ts`)).okpaySealWords);

/**
 * OKPAY's seal: it leads to what OKPAY says in public of the shop's account. It is drawn here, so nothing is fetched from OKPAY. A seal that
 * cannot be checked would look like a proof and be none: without a good address nothing is drawn, and the page is told.
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
export class OkpaySeal extends LitElement {
  static override styles = [css`
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
  `];

  /** The number of the account whose public information is shown, up to 9 digits: not a wallet, which begins with OK. */
  @property() account = '';

  /** The address of that information, as OKPAY's seal generator gives it; it wins over `account`. Only an `https:` address of okpay.com: whoever vouches is OKPAY, or it is no seal. */
  @property() href = '';

  /** `small`: the mark alone. */
  @property() size = '';

  /** @internal */
  declare spoken?: OkpaySealWords;

  readonly #language = new MutationObserver(() => this.requestUpdate());
  readonly #told = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Defines the tag; one that is taken already is left alone. */
  static define(tag: string): void {
    if (globalThis.document && !customElements.get(tag)) customElements.define(tag, this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (let root: Node | undefined = this.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
      this.#language.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    }
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#language.disconnect();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(): void {
    follow(this, words);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { spoken, size } = this;
    const href: SafeUrl | undefined = this.#checked(() => this.#address());
    this.#checked(() => {
      if (!/^(small)?$/.test(size)) throw invalid('size', size, 'write small, or leave it out');
    });
    if (!spoken || !href) return nothing;
    const [before, after] = spoken.seal.split('OKPAY');
    return html`
      <a part="seal" lang=${spoken.lang} href=${href} target="_blank" rel="noopener">
        ${icon(SHIELD)}<span>${size === 'small' ? '' : before}<b translate="no">OKPAY</b>${size === 'small' ? '' : after}<span class="aloud"> (${spoken.check})</span></span>
      </a>
    `;
  }

  protected override updated(): void {
    clearTimeout(this.#timer);
    if (!this.account && !this.href) this.#timer = setTimeout(() => console.warn(`<${this.localName}> has nothing to show: it needs account or href.`), EMPTY_MS);
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
