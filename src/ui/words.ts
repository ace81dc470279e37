/** The languages that the tags speak; English defines the keys. */
export type Language = 'en' | 'pt-BR';

/** The words of one tag by language: each language is fetched when it is first needed. */
export class Words<W> {
  readonly #loaders: Readonly<Record<Language, () => Promise<W>>>;
  readonly #known = new Map<Language, W>();

  constructor(loaders: Readonly<Record<Language, () => Promise<W>>>) {
    this.#loaders = loaders;
  }

  /** The words for an element's language, if they are here. */
  of(element: Element): W | undefined {
    return this.#known.get(languageOf(element));
  }

  /** Fetches the words for an element's language, or English where those cannot be had; rejects when neither can. */
  async load(element: Element): Promise<void> {
    const language = languageOf(element);
    if (this.#known.has(language)) return;
    this.#known.set(language, await this.#loaders[language]().catch(() => this.#loaders.en()));
  }
}

/** The language of the nearest `lang`, across shadow roots; Brazilian Portuguese for every Portuguese, English for what we do not speak. */
export function languageOf(element: Element): Language {
  let node: Node | null = element;
  while (node) {
    const near: Element | null | undefined = (node as Partial<Element>).closest?.('[lang]');
    if (near) return /^pt\b/i.test(near.getAttribute('lang') ?? '') ? 'pt-BR' : 'en';
    node = (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
  }
  return 'en';
}

/** Words with a page's own in place of those that are of the same kind: a text, a list, a function. */
export const overlaid = <W extends object>(words: W, own: Partial<Record<string, unknown>> | null | undefined): W =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, own?.[key]?.constructor === word.constructor ? own![key] : word])) as W;
