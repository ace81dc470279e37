import MagicString from 'magic-string';
import { taggedTemplates } from './minify-templates.mjs';

/** The name of the list; in no built file there is another of that name. */
const LIST = '$$';

/**
 * A built file with its style sheets in one list before everything else: gzip looks back 32 kB, and finds more to repeat where like
 * stands beside like, code beside code too. 0.4 kB less in the classic script.
 *
 * @param {string} code
 * @param {object} program - The syntax tree of the code.
 */
export function sheetsFirst(code, program) {
  const out = new MagicString(code);
  const sheets = [];
  for (const { tag, quasi, start, end } of taggedTemplates(program)) {
    const [{ value }, more] = quasi.quasis;
    // Of all templates only a sheet has rules and no markup.
    if (more || !/^[^<]*\{[^<]*\}$/.test(value.raw.replace(/width<=?/g, ''))) continue;
    out.update(start, end, `${code.slice(tag.start, tag.end)}([${LIST}[${sheets.length}]])`);
    sheets.push(code.slice(quasi.start, quasi.end));
  }
  if (sheets.length < 2) return code;
  const list = `var ${LIST}=[${sheets.join()}];`;
  // A classic script keeps its names to itself.
  return code.startsWith('(()=>{') ? `(()=>{${list}${out.slice('(()=>{'.length)}` : list + out.toString();
}
