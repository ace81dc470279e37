/**
 * A Vite plugin that lets an `import()` start every file it will need: where the bundler writes `import("./tag.js")`, and
 * `tag.js` imports `panel.js`, the browser would learn of `panel.js` only from `tag.js`. One round trip less in every page.
 */
export function startTogether() {
  return {
    name: 'start-together',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const target of chunk.dynamicImports) {
          const missing = bundle[target]?.imports.filter((file) => file !== chunk.fileName && !chunk.imports.includes(file)) ?? [];
          if (!missing.length) continue;
          const started = missing.map((file) => `import("./${file}")`).join(',');
          chunk.code = chunk.code.replace(new RegExp(`import\\(\\s*["'\`]\\./${target.replaceAll('.', '\\.')}["'\`]\\s*\\)`, 'g'), (call) => `(${started},${call})`);
        }
      }
    },
  };
}
