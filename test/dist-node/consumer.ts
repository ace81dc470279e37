import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the package lies. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
  name: string;
  version: string;
  files: string[];
  scripts: Record<string, string>;
  exports: Record<string, string | Record<string, string>>;
}

export const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

/** One thing that can be imported: its name, and the files behind it by condition. */
export interface Entry {
  readonly name: string;
  readonly file: string;
  readonly types: string | undefined;
  /** A browser's bundler must not get it. */
  readonly refusesBrowsers: boolean;
}

/** Every path of `exports`, patterns filled in with what is built. */
export const ENTRIES: readonly Entry[] = Object.entries(MANIFEST.exports).flatMap(([path, target]) => {
  const conditions: Record<string, string> = typeof target === 'string' ? { default: target } : target;
  const file = conditions['default'] ?? '';
  return names(file).map((star) => ({
    name: `paytags${path.slice(1)}`.replace('*', star),
    file: file.replace('*', star),
    types: conditions['types']?.replace('*', star),
    refusesBrowsers: conditions['browser'] !== undefined,
  }));
});

/** Entries with code for a program, not for a page. */
export const MODULES = ENTRIES.filter(({ file }) => file.endsWith('.js') && !file.startsWith('./dist/cdn/'));

/** What a pattern's star stands for: the files of its folder. */
function names(pattern: string): string[] {
  if (!pattern.includes('*')) return [''];
  const [folder = '', end = ''] = pattern.split('*');
  return existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)).filter((file) => file.endsWith(end)).map((file) => file.slice(0, file.length - end.length)) : [];
}

/** A folder whose `node_modules` holds this package, as a project's that has installed it. */
export function consumer(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'paytags-consumer-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', MANIFEST.name), 'junction');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
