/**
 * What each folder or file of `src` may import. `may` names other folders and files of `src`, `byImport` those that only
 * `import()` may load, `packages` what comes from outside; a file in `packagesOf` may import those besides. A folder may
 * import its own files unless it is said to be of `strangers`; what has no row may not be imported and imports nothing.
 *
 * @typedef {object} Row
 * @property {string[]} [may]
 * @property {string[]} [byImport]
 * @property {string[]} [packages]
 * @property {Record<string, string[]>} [packagesOf]
 * @property {boolean} [strangers]
 */

/** @type {Record<string, Row>} */
export const FOLDERS = {
  formats: { packagesOf: { 'formats/contract.ts': ['zod'] } },
  locales: {},
  ui: {
    may: ['formats', 'events.ts', 'act-events.ts', 'language.ts', 'locales'],
    packages: ['lit'],
    packagesOf: { 'ui/bars-symbol.ts': ['jsbarcode'] },
  },
  elements: { may: ['ui', 'formats', 'events.ts', 'act-events.ts', 'locales'], packages: ['lit'], strangers: true },
  define: { may: ['elements'], strangers: true },
  server: { may: ['formats'], packages: ['node:crypto'], packagesOf: { 'server/stores/sqlite.ts': ['libsql'], 'server/providers/okpay-soap-envelope.ts': ['fast-xml-parser'] } },
  sandbox: { may: ['server', 'server.ts', 'formats'], packages: ['node:crypto'] },

  'version.ts': {},
  'language.ts': {},
  'claim.ts': { may: ['version.ts'] },
  'events.ts': { may: ['formats'] },
  'act-events.ts': { may: ['events.ts', 'formats'] },
  'autoloader.ts': { may: ['claim.ts', 'language.ts'], byImport: ['define', 'locales'] },
  'cms.ts': { may: ['autoloader.ts'] },
  'classic.ts': { may: ['define'] },
  'index.ts': { may: ['elements', 'ui', 'formats', 'events.ts', 'act-events.ts', 'version.ts'] },
  'all.ts': { may: ['index.ts', 'define'] },
  'server.ts': { may: ['server', 'formats'] },
  'sandbox.ts': { may: ['sandbox', 'server', 'formats'] },
  'sign.ts': { may: ['server'] },
  'ssr.ts': { may: ['ui', 'formats'] },
};

/** Names under which unrelated things would meet. */
export const DRAWERS = ['utils', 'util', 'utilities', 'helpers', 'helper', 'common', 'internal', 'misc', 'shared'];
