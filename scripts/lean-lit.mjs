import { createHash } from 'node:crypto';
import MagicString from 'magic-string';
import { CUTS } from './lean-lit-cuts.mjs';

/**
 * A Vite plugin that leaves out of Lit what no tag of ours asks for, which is more than half of it. It knows the files that it
 * changes to the byte and fails on any others; `prepare-template` fails on a template that needs what is not there any more.
 */
export function leanLit() {
  return {
    name: 'lean-lit',
    enforce: 'pre',
    transform(code, id) {
      const file = Object.keys(CUTS).find((name) => id.endsWith(`/node_modules/${name}`));
      if (!file) return null;
      const { sha256, gone = [], instead = {}, texts = [] } = CUTS[file];
      const other = (what) => this.error(`${file} ${what}: look at scripts/lean-lit-cuts.mjs for this version of Lit.`);
      if (createHash('sha256').update(code).digest('hex') !== sha256) other('is not as known');
      const out = new MagicString(code);
      const parts = partsOf(this.parse(code));
      for (const [name, text] of [...gone.map((name) => [name, '']), ...Object.entries(instead)]) {
        const { start, end } = parts.get(name) ?? other(`has no ${name}`);
        if (text) out.update(start, end, text);
        else out.remove(start, end);
      }
      let lean = out.toString();
      for (const [text, rest] of texts) {
        if (!lean.includes(text)) other(`has no "${text}"`);
        lean = lean.replace(text, () => rest);
      }
      return { code: lean, map: null };
    },
  };
}

/** The parts of a file by name: a variable's value by the variable's, a function by its own, a member by `Class.member`. */
function partsOf({ body }) {
  const parts = new Map();
  for (const { type, id, declarations = [], body: inside, start, end } of body) {
    if (type === 'FunctionDeclaration') parts.set(id.name, { start, end });
    for (const { id, init } of declarations) parts.set(id.name, init);
    const classes = type === 'ClassDeclaration' ? [{ id, body: inside }] : declarations.map(({ id, init }) => ({ id, body: init?.body }));
    for (const { id, body } of classes) if (body?.type === 'ClassBody') for (const member of body.body) parts.set(`${id.name}.${member.key.name}`, member);
  }
  return parts;
}
