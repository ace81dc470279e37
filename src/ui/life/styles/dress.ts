import { actsStyles } from './acts.ts';
import { fieldsStyles } from './fields.ts';
import { linesStyles } from './lines.ts';
import { resultsStyles } from './results.ts';

/** Gives a tag the styles of what it shows after its first picture. */
export function dress({ shadowRoot }: HTMLElement): void {
  const adopted = shadowRoot?.adoptedStyleSheets;
  for (const { styleSheet } of [actsStyles, fieldsStyles, resultsStyles, linesStyles]) {
    if (styleSheet && !adopted?.includes(styleSheet)) adopted?.push(styleSheet);
  }
}
