import { Problem } from '../../formats/problem.ts';
import type { Drawn } from '../plain/shape.ts';
import type { Checked } from '../okpay/fixes.ts';

/** A button that is checked. */
export interface Suspect extends Checked, Element {
  readonly sandbox: boolean;
  readonly shadowRoot: ShadowRoot | null;
  /** Tells the page of something wrong. */
  tell(problem: Problem, recoverable: boolean): void;
  requestUpdate(): void;
}

/** Tells of what is wrong in a button's attributes, each once, after it was drawn; the words for it are fetched then. */
export class Checks {
  /** What the developer has to mend, where no money moves. */
  list: Drawn | undefined;
  readonly #button: Suspect;
  readonly #told = new Set<string>();

  constructor(button: Suspect) {
    this.#button = button;
  }

  /** The button has been drawn. */
  async look(): Promise<void> {
    const button = this.#button;
    const { sandbox } = button;
    // What could not be fetched is tried again with the next change.
    const found = await import('../okpay/fixes.ts').catch(console.error);
    if (!found) return;
    const { fixesOf, fixList, sentenceOf } = found;
    const fixes = fixesOf(button);
    for (const fix of fixes) {
      const message = sentenceOf(fix);
      if (this.#told.has(message)) continue;
      this.#told.add(message);
      button.tell(new Problem('invalid-attribute', message, { field: fix.attribute, value: fix.value }), false);
    }
    if (sandbox) import('../life/accent.ts').then(({ judgeAccent }) => judgeAccent(button.localName, button.shadowRoot!), () => undefined);
    const stopping = fixes.filter(({ stops }) => stops);
    const list = sandbox && stopping.length ? fixList(stopping) : undefined;
    if (JSON.stringify(list) === JSON.stringify(this.list)) return;
    this.list = list;
    button.requestUpdate();
  }
}
