/**
 * A Vite plugin that writes the decorated properties of a class as one list for each kind, without the compiler's decorator helper
 * and without the defaults in the constructor, which `src/ui/property.ts` gives by itself. It fails on a default of another kind.
 */
export function foldProperties() {
  return {
    name: 'fold-properties',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id)) return null;
      const lists = new Map();
      let short = code.replace(/^_decorate\(\[(.+)\], (\w+)\.prototype, "(\w+)", void 0\);\n/gm, (_, decorator, owner, name) => {
        const key = `${owner}.prototype, name) => ${decorator}`;
        lists.set(key, [...(lists.get(key) ?? []), name]);
        return '';
      });
      if (!lists.size) return null;
      for (const [key, names] of lists) {
        const [owner, decorator] = key.split(', name) => ');
        short += `\nfor (const name of "${names.join(' ')}".split(" ")) ${decorator}(${owner}, name);`;
        for (const name of names) short = short.replace(new RegExp(`^\\t*this\\.${name} = (?:""|false);\\n`, 'm'), '');
        const own = names.find((name) => new RegExp(`^\\t*this\\.${name} = `, 'm').test(/constructor\([^]*?\n\t\}/.exec(short)?.[0] ?? ''));
        if (own || short.includes('_decorate(')) this.error(`${id}: ${own ? `${own} has a default that is neither "" nor false` : 'a decorator of another form'}; see scripts/fold-properties.mjs.`);
      }
      return { code: short.replace(/^\tconstructor\(\.\.\._args\) \{\n\t\tsuper\(\.\.\._args\);\n\t\}\n/m, '').replace(/^import _decorate .*\n/m, ''), map: null };
    },
  };
}
