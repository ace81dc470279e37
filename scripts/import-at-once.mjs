/**
 * A Vite plugin for scripts of one file: an `import()` of what is in the file anyway is an `import`. Otherwise every module carries
 * what is needed to evaluate it later.
 */
export function importAtOnce() {
  return {
    name: 'import-at-once',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id)) return null;
      const paths = [];
      const changed = code.replace(/\bimport\(("\.[^"]+"|'\.[^']+')\)/g, (_, path) => `Promise.resolve(later${paths.push(path) - 1})`);
      if (!paths.length) return null;
      return { code: `${paths.map((path, at) => `import * as later${at} from ${path};`).join('')}${changed}`, map: null };
    },
  };
}
