import { readFile } from 'node:fs/promises';
import { extname, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
};

/** The policy that every answer carries: nothing but our own scripts, styles and requests; no frame; text never becomes script. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self' https://www.okpay.com",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  "frame-ancestors 'none'",
].join('; ');

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** Headers of every answer. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** Answers a file below `folder`, 400 for an address with a bad percent escape, or 404; only the kinds of file that the demo has are given out. */
export async function page(folder: URL, path: string): Promise<Response> {
  const root = fileURLToPath(folder);
  let file: string;
  try {
    file = normalize(root + decodeURI(path));
  } catch {
    return new Response('This address cannot be read', { status: 400, headers: TEXT });
  }
  const type = TYPES[extname(file)];
  if (!type || !file.startsWith(root.endsWith(sep) ? root : root + sep)) return missing();
  try {
    return new Response(await readFile(file), { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
  } catch {
    return missing();
  }
}

const missing = (): Response => new Response('Not found', { status: 404, headers: TEXT });
