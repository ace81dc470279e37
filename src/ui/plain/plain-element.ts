type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;

/** The properties of attributes: `itemPrice` for `item-price`. */
export type Properties<Text extends string, Flag extends string> = { [Name in Text as CamelCase<Name>]: string } & { [Name in Flag as CamelCase<Name>]: boolean };

/** `itemPrice` of `item-price`. */
export const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** An element that draws itself anew, once, after what it shows has changed; without Lit, which weighs more than all that some tags draw. */
// Where there is no page there is nothing to extend, and no element is made.
export abstract class PlainElement extends ((globalThis.HTMLElement ?? Object) as typeof HTMLElement) {
  /** Fulfilled once what has changed so far is drawn. */
  updateComplete: Promise<void> = Promise.resolve();
  /** @internal What the properties hold. */
  readonly values: Record<string, unknown> = {};
  #due = false;

  connectedCallback(): void {
    this.requestUpdate();
  }

  attributeChangedCallback(name: string, _: string | null, text: string | null): void {
    Reflect.set(this, camelCase(name), text);
  }

  /** Draws the element anew before the next frame. */
  requestUpdate(): void {
    if (this.#due || !this.isConnected) return;
    this.#due = true;
    this.updateComplete = Promise.resolve().then(() => {
      this.#due = false;
      this.update();
    });
  }

  /** Draws the element. */
  protected abstract update(): void;
}

/**
 * A class of elements with a reactive property for each attribute. A text is trimmed and never `null`, be it written as attribute or as
 * property; a flag is false for `"false"` too. What a page has set before the tag was defined is kept.
 *
 * @param others - Properties without attribute, whose values are kept as they are; the class declares them.
 */
export function withProperties<Text extends string, Flag extends string = never>(texts: readonly Text[], flags: readonly Flag[] = [], others: readonly string[] = []) {
  abstract class Attributed extends PlainElement {
    static readonly observedAttributes: readonly string[] = [...texts, ...flags];

    constructor() {
      super();
      for (const name of [...Attributed.observedAttributes, ...others].map(camelCase)) {
        if (!Object.hasOwn(this, name)) continue;
        const value: unknown = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
    }
  }
  const define = (attribute: string, read: (value: unknown) => unknown) => {
    const name = camelCase(attribute);
    Object.defineProperty(Attributed.prototype, name, {
      get(this: PlainElement) {
        return this.values[name] ?? read(undefined);
      },
      set(this: PlainElement, value: unknown) {
        this.values[name] = read(value);
        this.requestUpdate();
      },
    });
  };
  for (const name of texts) define(name, (value) => `${value ?? ''}`.trim());
  for (const name of flags) define(name, (value) => value != null && value !== false && value !== 'false');
  for (const name of others) define(name, (value) => value);
  return Attributed as unknown as (abstract new () => PlainElement & Properties<Text, Flag>) & { readonly observedAttributes: readonly string[] };
}
