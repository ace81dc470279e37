import { isInstant } from '../../formats/payment-answer.ts';
import { parseObject, readBytes } from '../body.ts';

/** As the global `fetch`, called with a Request. */
export type Fetch = (request: Request) => Promise<Response>;

/** How long a provider may take, in milliseconds. */
const DEADLINE = 10_000;

/** A provider did not do what was asked: a stable word for why, and nothing of what it said. */
export class ProviderError extends Error {
  override readonly name: string = 'ProviderError';
  readonly code: string;
  /** Whether it has said that it did not do it; otherwise it may have done it all the same. */
  readonly refused: boolean;

  constructor(code: string, refused = false) {
    super(`the provider failed: ${code}`);
    this.code = code;
    this.refused = refused;
  }
}

/** Whether a secret may be sent to an address: https, or http on this machine, with neither user nor password. */
export function keepsSecrets(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, password, protocol, username } = new URL(address);
  const isLocal = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || isLocal) && !username && !password;
}

/** Throws a TypeError unless it is https, or http on this machine, with no more than a path. */
export function checkBaseUrl(baseUrl: string, who: string): void {
  if (!keepsSecrets(baseUrl) || /[?#]/.test(baseUrl)) {
    throw new TypeError(`${who}: baseUrl must be an https address without user, query and fragment`);
  }
}

/** Throws a TypeError that begins with `what` unless it is visible ASCII, which a header can hold. */
export function checkVisible(text: string, what: string): void {
  if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text)) throw new TypeError(`${what} is missing or blank`);
}

/** Throws a TypeError that begins with `what` unless callbacks, which may carry a secret, can go there: https, or http on this machine. */
export function checkCallbackAddress(url: string, what: string): void {
  if (!keepsSecrets(url)) throw new TypeError(`${what} must be an https address without user`);
}

/** Who asks, and how. */
export interface Caller {
  /** The Bearer value; none where the body is signed instead. */
  readonly accessToken?: string;
  /** `application/json` when left out. */
  readonly accept?: string;
  /** More headers, such as the key under which a request counts once. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly fetch?: Fetch | undefined;
}

/** Asks once; the answer, whatever its status. Throws a ProviderError `timeout` or `network`. */
export async function reach(fetch: Fetch = globalThis.fetch, url: string, init: RequestInit): Promise<Response> {
  const request = new Request(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(DEADLINE) });
  try {
    return await fetch(request);
  } catch (error) {
    throw unreached(error);
  }
}

/** What has come between: the cause may repeat the request, so only its name is read. */
export const unreached = (error: unknown): ProviderError => new ProviderError((error as Error | null)?.name === 'TimeoutError' ? 'timeout' : 'network');

/**
 * Sends JSON, a form where the body is `URLSearchParams`, or nothing where it is left out, under our Bearer token where there is
 * one; the answer, whose status is 2xx. Throws a ProviderError.
 */
export async function send(caller: Caller, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown): Promise<Response> {
  const { accessToken, accept = 'application/json', fetch } = caller;
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const headers = {
    ...caller.headers,
    Accept: accept,
    ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
    ...(body !== undefined && { 'Content-Type': type }),
  };
  const text = isForm ? body.toString() : body === undefined ? null : JSON.stringify(body);
  const response = await reach(fetch, url, { method, headers, body: text });
  if (response.ok) return response;
  await response.body?.cancel().catch(() => {});
  throw new ProviderError(`http-${response.status}`);
}

/** As `send`; the object answered, `{}` for an empty body. */
export async function ask(...call: Parameters<typeof send>): Promise<Record<string, unknown>> {
  return readAnswer(await send(...call));
}

/** The object of an answer, `{}` where it is empty, as `parse` reads it. Throws a ProviderError `bad-answer`. */
export async function readAnswer(response: Response, parse = parseObject): Promise<Record<string, unknown>> {
  try {
    const bytes = response.body ? await readBytes((response.body as ReadableStream<Uint8Array>).getReader()) : new Uint8Array();
    return bytes.length ? parse(bytes) : {};
  } catch {
    throw new ProviderError('bad-answer');
  }
}

/** As `send`, where nothing is known of what is answered: any 2xx will do. */
export async function tell(...call: Parameters<typeof send>): Promise<void> {
  const response = await send(...call);
  await response.body?.cancel().catch(() => {});
}

/**
 * Until when a payment can be made, as a provider has answered it: ISO 8601 with offset, because anything else is another time on another
 * machine; so many seconds from now where nothing is there. Throws a ProviderError `bad-expiry`.
 */
export function readExpiry(value: unknown, now: Date, seconds: number): Date {
  if (value === undefined || value === null) return new Date(now.getTime() + seconds * 1000);
  if (!isInstant(value)) throw new ProviderError('bad-expiry');
  return new Date(value as string);
}

/** An object for the provider: each value under the name that was agreed; what has no name (`null`) or no value is left out. */
export function named(names: Readonly<Record<string, string | null>>, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [field, name] of Object.entries(names)) if (name !== null && values[field] !== undefined) body[name] = values[field];
  return body;
}
