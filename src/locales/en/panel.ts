import type { Money } from './money.ts';

/** What every tag says while a code can be paid: fetched before the first picture, so it holds nothing else. */
export const panelWords = {
  /** The language of these words, BCP 47: for screen readers and for dates. */
  lang: 'en' as string,
  order: (reference: string) => `Order ${reference}`,
  waiting: 'Waiting for your payment',
  left: (time: string) => `${time} left`,
  copy: 'Copy code',
};

/** The keys that every language has to fill; how amounts are written, the words of each tag say. */
export type PanelWords = typeof panelWords;

/** What the panel needs of the words of a tag. */
export type FrameWords = PanelWords & { readonly heading: string; readonly money: Money };
