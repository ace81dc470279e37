/**
 * A Vite plugin that puts one line in place of the compiler's decorator helper: this project decorates properties only, each
 * with one decorator that wants the class and the name.
 */
export function shortDecorate() {
  return {
    name: 'short-decorate',
    renderChunk(code) {
      const short = code.replace(
        /^([ \t]*)function __decorate\(\w+, \w+, \w+, \w+\) \{[\s\S]*?\n\1\}/m,
        'function __decorate([decorator], prototype, name) {\n\tdecorator(prototype, name);\n}',
      );
      return short === code ? null : { code: short, map: null };
    },
  };
}
