/**
 * Which module gets a copy of its own of which others. What two tags share outside the panel would be a file of its own to wait for: a page
 * has one tag as a rule, and then a copy in each tag's file is less than another request. A chunk shared with the entry would be the entry,
 * and a page that loads it under another address (`paytags.js?ver=1`) would load it twice.
 *
 * @type {{ of: RegExp, wants: RegExp }[]}
 */
const COPIES = [
  { of: /\/src\/autoloader\.ts$/, wants: /^\.\/language\.ts$/ },
  { of: /\/src\/elements\/[\w-]+\.ts$/, wants: /\/(act-events|safe-url|qr-symbol|decimals|copy-row|device|stores|way-icons|few-actions|styles\/(app|copy))\.ts$/ },
  { of: /\/formats\/static-code\.ts$/, wants: /\.ts$/ },
  { of: /\/locales\/[\w-]+\/(?!panel|money|states|paper)[\w-]+(?<!-states)\.ts$/, wants: /^\.\/(panel|money)\.ts$/ },
];

/** What every tag has fetched with the panel: a copy would stand beside it there. */
const PANEL = /\/(events|problem)\.ts$/;

/** A Vite plugin that gives some modules copies of what they import, and the copies copies of what these import beside them. */
export function ownCopies() {
  return {
    name: 'own-copies',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.startsWith('.') || !importer) return null;
      const [file, owner] = importer.split('?of=');
      const whose = owner ?? (COPIES.some(({ of, wants }) => of.test(file) && wants.test(source)) && file.replace(/^.*\/src\//, ''));
      if (!whose) return null;
      const found = await this.resolve(source, file, { skipSelf: true });
      return found && !found.external && !PANEL.test(source) ? { ...found, id: `${found.id}?of=${whose}` } : found;
    },
  };
}
