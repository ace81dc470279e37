import { FALLBACK, languageOf, type Language } from '../language.ts';
import type { FrameWords } from '../locales/en/panel.ts';
import type { FieldWords, Saying, StateWords } from '../locales/en/states.ts';

/** The words of a tag while its code can be paid. */
export type TagWords = FrameWords;

/** All words of a tag. */
export interface TagStates extends TagWords, StateWords {
  readonly create: string;
  readonly creating: string;
  readonly copiedHint: string;
  /** A sentence with a link to the terms in its middle, and what is said where the box is not ticked. */
  readonly terms?: readonly [before: string, link: string, after: string];
  readonly termsMissing?: string;
  readonly amountMissing?: string;
  /** Where the shopper is back from where it is paid, and the server is asked; and the way to another try. */
  readonly returned?: Saying;
  readonly notPaid?: string;
  /** After the app was opened, and where nothing has opened. */
  readonly opened?: Saying;
  readonly nothingOpened?: Saying;
  /** Where the page is shown by another app, which may open none. */
  readonly insideApp?: Saying;
  /** Why an amount is not taken, before anything is asked for. */
  readonly wrongAmount?: (amount: string) => Saying;
  /** The fields that some countries want of the payer: label, what to know, and what is said where it is not right. */
  readonly payerName?: FieldWords;
  readonly email?: FieldWords;
  readonly phone?: FieldWords;
  readonly mobile?: FieldWords;
  readonly cnic?: FieldWords;
  readonly payType?: FieldWords;
  readonly bankCode?: FieldWords;
  /** What stands in a list before anything was chosen. */
  readonly choose?: string;
  /** Besides that a payment is waited for: what the shopper may do meanwhile. */
  readonly meanwhile?: string;
  readonly codeLabel: string;
  readonly paperSteps: readonly string[];
}

/** The words of one tag by language: each language is fetched when it is first needed. */
export class Words<W> {
  readonly #fetch: (language: Language) => Promise<W>;
  readonly #known = new Map<Language, W>();

  /** @param fetch - Fetches the words of one language; rejects where they cannot be had. */
  constructor(fetch: (language: Language) => Promise<W>) {
    this.#fetch = fetch;
  }

  /** The words of a language, if they are here. */
  of(language: Language): W | undefined {
    return this.#known.get(language);
  }

  /** The words of a language, those of the fallback where they cannot be had; rejects when neither can. What could not be had is fetched anew. */
  load(language: Language): Promise<W> {
    return this.#load(language).catch(() => this.#load(FALLBACK));
  }

  async #load(language: Language): Promise<W> {
    const words = this.#known.get(language) ?? (await this.#fetch(language));
    this.#known.set(language, words);
    return words;
  }
}

/** What takes up the language of its place. */
export interface Speaker<W> extends Element {
  /** What is said: of the language of the place, or the last while that is fetched or cannot be had. */
  spoken?: W;
  /** The language that was asked for and is not spoken. */
  unspoken?: Language | undefined;
  requestUpdate(): void;
}

/** Lets an element speak the language of its place; what is not here is fetched once, and again after the next change of the language. */
export function follow<W>(host: Speaker<W>, wanted: Words<W>): void {
  const language = languageOf(host);
  const known = wanted.of(language);
  if (known) host.spoken = known;
  else if (language !== host.unspoken) {
    wanted.load(language).then(
      (words) => {
        // The fallback stands in only where nothing has been said yet.
        host.spoken ??= words;
        host.requestUpdate();
      },
      () => undefined,
    );
  }
  host.unspoken = known ? undefined : language;
}

/** Words with a page's own in place of those that are of the same kind: a text, a function, a list of texts, or what stands in an object. */
export const overlaid = <W extends object>(words: W, own: unknown): W =>
  Object.fromEntries(
    Object.entries(words).map(([key, word]) => {
      const given = (own as Partial<Record<string, object>> | null | undefined)?.[key];
      if (word.constructor === Object) return [key, overlaid(word, given)];
      return [key, given?.constructor === word.constructor && [given].flat().every((one) => typeof one !== 'object') ? given : word];
    }),
  ) as W;
