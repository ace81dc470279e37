import { Rejection } from './rejection.ts';

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 64 * 1024;
/** How long a body may take to arrive, in milliseconds. */
export const BODY_DEADLINE = 10_000;
/** How deep JSON may be nested. */
const DEPTH_LIMIT = 32;

/** What a body is made of, by its Content-Type. */
const TYPES = {
  json: /^application\/(?:[\w.-]+\+)?json(?:\s*;\s*charset=(?:utf-8|"utf-8"))?$/i,
  form: /^application\/x-www-form-urlencoded(?:\s*;\s*charset=(?:utf-8|"utf-8"))?$/i,
} as const;

/**
 * The raw bytes of a request with JSON or a form. They are counted while they arrive, whatever Content-Length says; throws a Rejection
 * `too-large`, `too-slow`, `unsupported-media-type` or `bad-body`.
 */
export async function readBody(request: Request, type: keyof typeof TYPES = 'json'): Promise<Uint8Array> {
  if (!TYPES[type].test(request.headers.get('content-type')?.trim() ?? '')) throw new Rejection('unsupported-media-type');
  if (!['', 'identity'].includes(request.headers.get('content-encoding') ?? '')) throw new Rejection('unsupported-media-type');
  const claimed = request.headers.get('content-length');
  if (claimed !== null && !/^\d{1,15}$/.test(claimed)) throw new Rejection('bad-body');
  if (Number(claimed) > BODY_LIMIT) throw new Rejection('too-large');
  if (!request.body) return new Uint8Array();

  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  let clock: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Rejection('too-slow')), BODY_DEADLINE);
  });
  try {
    return await Promise.race([readBytes(reader), deadline]);
  } catch (error) {
    // Not awaited: a source that hangs may hang in its cancel too.
    reader.cancel().catch(() => {});
    throw error instanceof Rejection ? error : new Rejection('bad-body');
  } finally {
    clearTimeout(clock);
  }
}

/** All bytes of a stream; throws a Rejection `too-large` as soon as there are more than `limit`, 64 KiB when left out. */
export async function readBytes(reader: ReadableStreamDefaultReader<Uint8Array>, limit = BODY_LIMIT): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size);
    size += value.byteLength;
    if (size > limit) throw new Rejection('too-large');
    chunks.push(value);
  }
}

/** The object in UTF-8 JSON; throws a Rejection `bad-body` for anything else, for a key that occurs twice and for nesting over 32. */
export function parseObject(bytes: Uint8Array): Record<string, unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(text)) return value as Record<string, unknown>;
  } catch {
    // The parser's own message repeats the body, so it is dropped here.
  }
  throw new Rejection('bad-body');
}

/**
 * Whether valid JSON is shallow and says each key once. JSON.parse takes the last of two equal keys where another reader
 * takes the first, so that what was signed and what is read could differ.
 */
function isPlain(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (const [token, colon] of text.matchAll(/"(?:[^"\\]+|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : undefined) > DEPTH_LIMIT) return false;
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (colon) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return false;
      keys?.add(key);
    }
  }
  return true;
}

/** The value at a dotted path such as `data.status`, own properties only; undefined where there is none. */
export function valueAt(object: unknown, path: string): unknown {
  let value = object;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
