import { Problem } from './problem.ts';

/**
 * Which addresses may be followed, in links, redirects and requests alike. An address is read as a browser reads it (WHATWG URL),
 * so that what was judged is what is followed.
 */

declare const judged: unique symbol;

/** An absolute address that {@link safeUrl} has let pass: links, redirects and requests take no other text. */
export type SafeUrl = string & { readonly [judged]: true };

/** Where an address comes from, and what it may name there. */
export interface AddressRules {
  /** Absolute address that a relative one is resolved against. Only from an `http:` one `http:` is followed. */
  readonly base: string;
  /** The origins that it may name, exactly as `URL.origin` writes them; left out, every one. */
  readonly origins?: readonly string[] | undefined;
  /** The schemes besides `https:` that it may have, such as `upi:`; left out, every one that is followed at all. */
  readonly schemes?: readonly string[] | undefined;
  /** The attribute or JSON field that holds it, for the words of the Problem. */
  readonly field?: string | undefined;
}

/** Schemes that run script, show what is of no origin, read files, or start a program with words of their own: followed by nobody. */
const NEVER = /^(javascript|vbscript|livescript|data|blob|filesystem|about|view-source|jar|mhtml|file|content|intent|android-app|ms-msdt|search-ms):$/;

/** A user or a password, with which `https://shop.example@evil.example` looks like the shop. */
const USER = /^[^:]*:\/\/[^/?#]*@/;

/**
 * The absolute address that `value` names, if it may be followed; throws an `unsafe-url` Problem that says why not. An address of
 * the page itself may have any origin and scheme that is followed at all; for one that a server has answered, `origins` and
 * `schemes` are the lists. Reading the result once more gives the same.
 */
export function safeUrl(value: string, { base, origins, schemes, field = 'address' }: AddressRules): SafeUrl {
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  const wrong = url ? fault(url, { base, origins, schemes }) : 'it is no address';
  if (!url || wrong) throw new Problem('unsafe-url', `${field}="${value.slice(0, 80)}" is not followed: ${wrong}.`, { field, value });
  return url.href as SafeUrl;
}

function fault({ protocol, origin, href }: URL, { base, origins, schemes }: AddressRules): string | undefined {
  if (NEVER.test(protocol)) return `${protocol} never is; write an https: address`;
  if (USER.test(href)) return 'leave user and password out';
  if (protocol === 'http:' && !base.startsWith('http:')) return 'write https:';
  if (!/^https?:$/.test(protocol)) {
    if (!schemes || schemes.includes(protocol)) return undefined;
    return schemes.length ? `name ${protocol} in allow-schemes` : 'write an https: address';
  }
  return !origins || origins.includes(origin) ? undefined : `it is none of the page's own; name ${origin} in allow-origins`;
}

/** What a list in an attribute allows, and the entries that are wrong in it. */
export interface AllowList {
  readonly allowed: readonly string[];
  readonly wrong: readonly string[];
}

/**
 * The origins in a list with spaces between them, as `URL.origin` writes them. An entry is a scheme, a host and perhaps a port, such
 * as `https://pay.example`; a slash at its end counts for nothing, and a path, a user, a wildcard or `null` makes it wrong.
 */
export const allowedOrigins = (list: string): AllowList =>
  sorted(list, (entry) => (/^https?:\/\/[^/?#@*,\\]+\/?$/i.test(entry) && URL.canParse(entry) ? new URL(entry).origin : undefined));

/**
 * The schemes in a list with spaces between them, each with its colon and in small letters, which it need not have in the list. One
 * that is followed by nobody is wrong in it, and so are `http` and `https`, which `allow-origins` is for.
 */
export const allowedSchemes = (list: string): AllowList =>
  sorted(list, (entry) => {
    const [, scheme] = /^([a-z][a-z\d+.-]*):?$/.exec(entry.toLowerCase()) ?? [];
    return scheme && !/^https?$/.test(scheme) && !NEVER.test(`${scheme}:`) ? `${scheme}:` : undefined;
  });

function sorted(list: string, read: (entry: string) => string | undefined): AllowList {
  const allowed: string[] = [];
  const wrong: string[] = [];
  for (const entry of list.match(/\S+/g) ?? []) {
    const good = read(entry);
    (good ? allowed : wrong).push(good ?? entry);
  }
  return { allowed, wrong };
}
