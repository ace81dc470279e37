import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Declares a reactive property with an attribute of the same name in kebab case. A text is trimmed and never `null`, whether it
 * comes from the attribute or from a framework that sets the property to `undefined`; a boolean is false for `"false"` too. Until it
 * is set, a text is `''`, a flag `false` and any other property `undefined`: a class may say so again, and may not say otherwise.
 * Lit's own decorator does none of this, and weighs more.
 *
 * @param options - As Lit's; `type: Boolean` for a flag, `attribute: false` for a property without attribute, whose value is kept as it is.
 */
export function property({ type, attribute }: PropertyDeclaration = {}) {
  return (element: LitElement, name: string): void => {
    const values = new WeakMap<LitElement, unknown>();
    const normal = (value?: unknown): unknown => {
      if (attribute === false) return value;
      const text = `${value ?? ''}`.trim();
      return type ? value != null && value !== false && text !== 'false' : text;
    };
    (element.constructor as typeof LitElement).createProperty(name, {
      attribute: attribute ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      noAccessor: true,
    });
    Object.defineProperty(element, name, {
      get(this: LitElement) {
        return values.get(this) ?? normal();
      },
      set(this: LitElement, value: unknown) {
        const old = values.get(this) ?? normal();
        values.set(this, normal(value));
        this.requestUpdate(name, old);
      },
    });
  };
}
