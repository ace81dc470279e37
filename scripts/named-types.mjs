import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { posix } from 'node:path';

/** What one file of types takes from another, and from where. */
const NAMED = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)\.[jt]s['"]/g;

/** Removes the files of types that no module of the package names, not even by way of another: they could not be imported, and would only weigh. */
export function keepNamedTypes() {
  const built = readdirSync('dist', { recursive: true }).map((file) => `dist/${file.replaceAll('\\', '/')}`).filter((file) => file.endsWith('.d.ts'));
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const entries = Object.values(exports).flatMap(({ types }) => (types ? [posix.normalize(types).split('*')] : []));
  const named = new Set(built.filter((file) => entries.some(([start, end = '']) => file.startsWith(start) && file.endsWith(end))));
  for (const file of named) {
    for (const [, other] of readFileSync(file, 'utf8').matchAll(NAMED)) named.add(`${posix.join(posix.dirname(file), other)}.d.ts`);
  }
  for (const file of built) if (!named.has(file)) rmSync(file);
}
