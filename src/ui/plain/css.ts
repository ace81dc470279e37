/** A style sheet of an element without Lit; it is made where the first element wants it. */
export type Sheet = () => CSSStyleSheet;

/** The style sheet that a template is, which has no expressions. */
export const css = ([text = '']: readonly string[]): Sheet => {
  let sheet: CSSStyleSheet | undefined;
  return () => {
    if (!sheet) {
      // eslint-disable-next-line no-restricted-syntax -- a constant
      sheet = new CSSStyleSheet();
      // eslint-disable-next-line no-restricted-syntax -- a constant
      sheet.replaceSync(text);
    }
    return sheet;
  };
};
