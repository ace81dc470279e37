import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Declares a reactive property with an attribute of the same name in kebab case. A text attribute is trimmed, and one that is
 * removed is the empty text, never `null`; a boolean is false for `"false"` too. Lit's own decorator does neither, and weighs more.
 *
 * @param options - As Lit's; `type: Boolean` for a flag, `attribute: false` for a property without attribute.
 */
export function property(options: PropertyDeclaration = {}) {
  return (element: LitElement, name: string): void => {
    (element.constructor as typeof LitElement).createProperty(name, {
      attribute: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      converter: (text: string | null) => (options.type === Boolean ? text !== null && text.trim() !== 'false' : (text?.trim() ?? '')),
      ...options,
    });
  };
}
