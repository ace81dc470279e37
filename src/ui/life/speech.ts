/** What is said aloud: each thing once a payment, in whatever language, into regions that stood there before. */
export class Speech {
  /** The text of the alert that stands beside a final failure. */
  readonly alarm = new Text();
  readonly #region: Text;
  readonly #said = new Set<unknown>();

  constructor(region: Text) {
    this.#region = region;
  }

  /**
   * Says a text, unless what it tells has been said of this payment.
   *
   * @param what - What it tells: the same thing may have other words in another language.
   */
  say(text: string, what: unknown = text, region = this.#region): void {
    if (!text || this.#said.has(what)) return;
    this.#said.add(what);
    this.again(text, region);
  }

  /** Says a text that may have been said before: an error after another try. The same words are only heard again as another text. */
  again(text: string, region = this.#region): void {
    region.data = text === region.data ? `${text}\u00a0` : text;
  }

  /** Another payment: everything may be said anew. */
  forget(): void {
    this.#said.clear();
    this.hush();
  }

  /** Leaves nothing behind that a screen reader would say again when the tag is put back, or in a language that is no longer spoken. */
  hush(): void {
    this.#region.data = this.alarm.data = '';
  }
}
