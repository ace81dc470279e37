/**
 * The texts of an `html` template with marks where its values go, as the Lit wants them that `lean-lit` leaves: a value between tags
 * stands in a comment, and bound attributes are called `$1`, `$2` … and hold their names, `.name` and `@name` with the mark. Throws
 * for a binding that is not in the built files: of a boolean attribute, a tag, a tag's name, a comment, or inside an element of text.
 *
 * @param {string[]} texts - What stands before, between and after the values.
 * @returns {string[]} As many texts.
 */
export function prepareTemplate(texts) {
  const refuse = (why) => {
    throw new Error(`html\`${texts.join('${…}')}\`: ${why}, which scripts/prepare-template.mjs does not know`);
  };
  const whole = texts.join(HOLE);
  if (/\{\}|<!--/.test(whole)) refuse('a comment or {}');
  if (/<(script|style|textarea|title)\b/.test(whole)) refuse('an element of text');
  return whole
    .split(TAG)
    .map((part, at) => (at % 2 ? tag(part, refuse) : part.replaceAll(HOLE, `<?${HOLE}>`)))
    .join('')
    .split(HOLE);
}

const HOLE = '\0';
/** A tag, whose quoted values may hold anything. */
const TAG = /(<(?:"[^"]*"|'[^']*'|[^"'>])*>)/;
/** An attribute with its value, in which there is a hole. */
const BOUND = /([^\s"'=<>/]+)=(?:"([^"]*\0[^"]*)"|'([^']*\0[^']*)'|([^\s"'>/]*\0[^\s"'>/]*))/g;

function tag(text, refuse) {
  let bound = 0;
  const prepared = text.replace(BOUND, (_, name, ...values) => {
    if (name.startsWith('?')) refuse(`${name}=`);
    return `$${++bound}="${name}=${values.slice(0, 3).join('')}"`;
  });
  if (prepared.replace(/\$\d+="[^"]*"/g, '').includes(HOLE)) refuse(`a value in ${text.replaceAll(HOLE, '${…}')}`);
  return prepared;
}
