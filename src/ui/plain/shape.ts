import type { SafeUrl } from '../../formats/safe-url.ts';

/** What an element has: attributes, of which `false` and undefined are none and `true` is an empty one, and listeners. What is followed has been judged. */
export interface Props {
  readonly href?: SafeUrl | undefined;
  readonly action?: SafeUrl | undefined;
  readonly [name: `on${string}`]: ((event: Event) => void) | undefined;
  readonly [name: string]: unknown;
}

/** An element that is to stand in its place. */
export interface Drawn {
  readonly tag: string;
  readonly props: Props;
  readonly children: readonly Shape[];
}

/** What is to stand in one place: an element, a text, or nothing. */
export type Shape = Drawn | string | false | undefined;

/** An element that is to be drawn. */
export const h = (tag: string, props: Props = {}, ...children: readonly Shape[]): Drawn => ({ tag, props, children });

/**
 * Draws what is to stand in an element. What stands in its place already stays, with its focus and what was typed; text never becomes
 * markup. For tags whose first picture is due before Lit would be here.
 */
export function draw(parent: Element | ShadowRoot, shapes: readonly Shape[]): void {
  shapes.forEach((shape, at) => {
    const old = parent.childNodes[at];
    const node = nodeOf(shape, old);
    if (!old) parent.append(node);
    else if (node !== old) old.replaceWith(node);
  });
  while (parent.childNodes.length > shapes.length) parent.lastChild!.remove();
}

function nodeOf(shape: Shape, old: ChildNode | undefined): Node {
  if (typeof shape !== 'object') {
    const text = old instanceof Text ? old : new Text();
    // The same text is not written anew: a screen reader would say it again.
    if (text.data !== (shape || '')) text.data = shape || '';
    return text;
  }
  const { tag, props, children } = shape;
  const space = /^(svg|path)$/.test(tag) ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1999/xhtml';
  const element = old instanceof Element && old.localName === tag ? old : document.createElementNS(space, tag);
  for (const { name } of [...element.attributes]) if (!props[name]) element.removeAttribute(name);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) Reflect.set(element, name, value);
    // eslint-disable-next-line no-restricted-syntax -- the names stand in our own shapes
    else if (value && element.getAttribute(name) !== value) element.setAttribute(name, value === true ? '' : String(value));
  }
  draw(element, children);
  return element;
}

/** A line drawing of 22 units; decoration beside words. */
export const sign = (path: string): Drawn => h('svg', { class: 'icon', viewBox: '0 0 22 22', 'aria-hidden': 'true' }, h('path', { d: path }));
