import { Problem } from './problem.ts';

/** Schemes that run script, read files or start programs unasked. */
const NEVER = ['javascript:', 'data:', 'vbscript:', 'blob:', 'file:', 'intent:'];

/**
 * The absolute address of a link that an attribute of the page names, resolved against `base`: any scheme but those that run
 * script, and no user or password in it. Throws an `unsafe-url` Problem.
 */
export function safeUrl(value: string, base: string): string {
  const url = parsed(value, base);
  if (!url || NEVER.includes(url.protocol) || url.username || url.password) {
    throw new Problem('unsafe-url', `"${value.slice(0, 80)}" is no address that may be followed; write an https: address.`, { value });
  }
  return url.href;
}

/**
 * The absolute address that an answer from `base` names: of the same origin, or of one of `origins`. Throws an `unsafe-url` Problem.
 */
export function answeredUrl(value: string, base: string, origins: readonly string[] = []): string {
  const url = parsed(value, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || ![new URL(base).origin, ...origins].includes(url.origin)) {
    throw new Problem('unsafe-url', `The server named "${value.slice(0, 80)}", which is neither its own origin nor in allow-origins.`, { value });
  }
  return url.href;
}

function parsed(value: string, base: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}
