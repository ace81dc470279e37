/** The element of the page with this id. */
export const byId = (id) => document.getElementById(id);

/**
 * A new element; `properties` are attributes, except `text` (its text) and `onclick` (called on a click). Markup is never
 * read from text, so that nothing a server says can become an element.
 */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'text') element.textContent = value;
    else if (key === 'onclick') element.addEventListener('click', value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** One of the drawings in the page's sprite, hidden from screen readers: the words beside it say the same. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A button with one thing to do. */
export const button = (text, look, onclick) => make('button', { type: 'button', class: look, text, onclick });
