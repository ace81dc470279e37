/** The languages that the tags speak: the folders of `src/locales`. */
export const LANGUAGES = ['en', 'pt-BR', 'zh-HK', 'el', 'it', 'ro', 'de', 'es', 'id'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language where there is no other. */
export const FALLBACK: Language = 'en';

/**
 * The language that a tag speaks at its place: that of the nearest `lang`, across shadow roots. Every Portuguese is Brazilian,
 * every Chinese that of Hong Kong, `in` is the old word for `id`; what we do not speak, and no `lang` at all, is the fallback.
 */
export function languageOf(element: Element): Language {
  const near = element.closest('[lang]');
  const { mode, host } = element.getRootNode() as ShadowRoot;
  // Only a shadow root has a mode; a link that stands in no page has a host, too.
  if (!near && mode) return languageOf(host);
  // CMS themes write pt_BR.
  const primary = near?.getAttribute('lang')?.toLowerCase().split(/[-_]/)[0]?.replace('in', 'id');
  return LANGUAGES.find((language) => language.slice(0, 2) === primary) ?? FALLBACK;
}
