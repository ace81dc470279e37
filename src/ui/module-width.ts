import type { LitElement } from 'lit';

/** A till scanner reads bars from a screen only where each module is so many device pixels wide. */
const LEAST_PIXELS = 2;

/** How wide the modules of the bars came out in the column, and whether that is too narrow for a scanner. */
export class ModuleWidth {
  readonly #host: LitElement;
  readonly #resized = new ResizeObserver(() => this.measure());
  /** Device pixels to the module; none where not even one fits and no bars are drawn. */
  #pixels = LEAST_PIXELS;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Whether the bars are too narrow to be read from this screen. */
  get unread(): boolean {
    return this.#pixels < LEAST_PIXELS;
  }

  /** Whether not even one device pixel to the module fits, and no bars are drawn. */
  get none(): boolean {
    return !this.#pixels;
  }

  /** Measures whenever the tag's width changes. */
  watch(): void {
    this.#resized.observe(this.#host);
  }

  stop(): void {
    this.#resized.disconnect();
  }

  /** Looks at what is drawn, and draws anew where it came out otherwise than was known. */
  measure(): void {
    const symbol = this.#host.shadowRoot?.querySelector<SVGSVGElement>('[part="symbol"]');
    const { width = 0 } = symbol?.getBoundingClientRect() ?? {};
    // A page that prints, or a tag that is not shown, has nothing to measure.
    if (!symbol?.checkVisibility()) return;
    const pixels = Math.round((width * devicePixelRatio) / symbol.viewBox.baseVal.width);
    if (pixels === this.#pixels) return;
    this.#pixels = pixels;
    this.#host.requestUpdate();
  }
}
