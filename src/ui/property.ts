import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Declares a reactive property with an attribute of the same name in kebab case. A text is trimmed and never `null`, whether it
 * comes from the attribute or from a framework that sets the property to `undefined`; a boolean is false for `"false"` too. Lit's own
 * decorator does neither, and weighs more.
 *
 * @param options - As Lit's; `type: Boolean` for a flag, `attribute: false` for a property without attribute, whose value is kept as it is.
 */
export function property(options: PropertyDeclaration = {}) {
  return (element: LitElement, name: string): void => {
    const values = new WeakMap<LitElement, unknown>();
    const normal = (value: unknown): unknown => {
      const text = `${value ?? ''}`.trim();
      return options.attribute === false ? value : options.type ? value != null && value !== false && text !== 'false' : text;
    };
    (element.constructor as typeof LitElement).createProperty(name, {
      attribute: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      converter: (text: unknown) => text,
      noAccessor: true,
      ...options,
    });
    Object.defineProperty(element, name, {
      get(this: LitElement) {
        return values.get(this);
      },
      set(this: LitElement, value: unknown) {
        const old = values.get(this);
        values.set(this, normal(value));
        this.requestUpdate(name, old);
      },
    });
  };
}
