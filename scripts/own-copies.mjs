/**
 * Which module gets a copy of its own of which others. What two tags share outside the panel would be a file of its own to wait for: a page
 * has one tag as a rule, and then a copy in each tag's file is less than another request. A chunk shared with the entry would be the entry,
 * and a page that loads it under another address (`paytags.js?ver=1`) would load it twice.
 *
 * `as`: several that share their copies.
 *
 * @type {{ of: RegExp, wants: RegExp, as?: string }[]}
 */
const COPIES = [
  { of: /\/src\/autoloader\.ts$/, wants: /^\.\/language\.ts$/ },
  // Without Lit, it waits for nothing of the panel; what it fetches later is no copy.
  { of: /\/src\/elements\/okpay-(button|item)\.ts$/, wants: /\/(act-events|formats\/[\w-]+|ui\/(words|okpay-button\/[\w-]+|plain\/[\w-]+))\.ts$/, as: 'okpay.ts' },
  { of: /\/src\/elements\/okpay-seal\.ts$/, wants: /\.ts$/, as: 'okpay/seal.ts' },
  { of: /\/ui\/okpay\/(card|creation|fixes|typed-price)\.ts$/, wants: /\.ts$/ },
  { of: /\/src\/elements\/[\w-]+\.ts$/, wants: /\/(act-events|safe-url|qr-symbol|decimals|copy-row|device|stores|way-icons|few-actions|styles\/(app|copy))\.ts$/ },
  { of: /\/formats\/static-code\.ts$/, wants: /\.ts$/ },
  { of: /\/locales\/[\w-]+\/(?!panel|money|states|paper)[\w-]+(?<!-states)\.ts$/, wants: /^\.\/(panel|money)\.ts$/ },
];

/** What every tag with a panel has fetched with it: a copy would stand beside it there. */
const PANEL = /\/(events|problem)\.ts$/;

/** What the copies fetch when it is wanted is there once. */
const LATER = /\/(okpay|life)\/[\w-]+\.ts$/;

/** A Vite plugin that gives some modules copies of what they import, and the copies copies of what these import beside them. */
export function ownCopies() {
  return {
    name: 'own-copies',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.startsWith('.') || !importer) return null;
      const [file, owner] = importer.split('?of=');
      const row = COPIES.find(({ of, wants }) => of.test(file) && wants.test(source));
      const whose = owner ?? (row && (row.as ?? file.replace(/^.*\/src\//, '')));
      if (!whose || LATER.test(source)) return null;
      const found = await this.resolve(source, file, { skipSelf: true });
      return found && !found.external && (/okpay[./]/.test(whose) || !PANEL.test(source)) ? { ...found, id: `${found.id}?of=${whose}` } : found;
    },
  };
}
