import { languageOf } from '../../language.ts';
import type { Words } from '../words.ts';

/** Watches the `lang` of everything around an element, across shadow roots, until it is disconnected. */
export function hearLanguage(element: Element, changed: () => void): MutationObserver {
  const observer = new MutationObserver(changed);
  for (let root: Node | undefined = element.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
  }
  return observer;
}

/** Defines a tag, one that stands in the page once the words for its place are here; a tag that is taken already is left alone. */
export async function defineSpeaking(tag: string, type: CustomElementConstructor, words: Words<unknown>): Promise<void> {
  if (!globalThis.document) return;
  const place = document.querySelector(tag);
  if (place) await words.load(languageOf(place)).catch(console.error);
  if (!customElements.get(tag)) customElements.define(tag, type);
}
