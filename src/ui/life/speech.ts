/** What is said aloud: every text once a payment, into one region that stood there before. */
export class Speech {
  readonly #region: Text;
  readonly #said = new Set<string>();

  constructor(region: Text) {
    this.#region = region;
  }

  /** Says a text that has not been said of this payment. */
  say(text: string): void {
    if (!this.#said.has(text)) this.again(text);
  }

  /** Says a text, and it may have been said before: an error after another try. */
  again(text: string): void {
    this.#said.add(text);
    this.#region.data = text;
  }

  /** Another payment: everything may be said anew. */
  forget(): void {
    this.#said.clear();
  }
}
