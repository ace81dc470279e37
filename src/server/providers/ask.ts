import { parseObject, readBytes } from '../body.ts';

/** As the global `fetch`, called with a Request. */
export type Fetch = (request: Request) => Promise<Response>;

/** How long a provider may take, in milliseconds. */
const DEADLINE = 10_000;

/** A provider did not do what was asked: a stable word for why, and nothing of what it said. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly code: string;

  constructor(code: string) {
    super(`the provider failed: ${code}`);
    this.code = code;
  }
}

/** Throws a TypeError unless it is https, or http on this machine, with no more than a path. */
export function checkBaseUrl(baseUrl: string, who: string): void {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const local = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || local) || url.username || url.password || url.search || url.hash) {
    throw new TypeError(`${who}: baseUrl must be an https address without user, query and fragment`);
  }
}

/** Sends JSON under our Bearer token; the object answered, `{}` for an empty body. Throws a ProviderError. */
export async function ask(
  { accessToken, fetch = globalThis.fetch }: { readonly accessToken: string; readonly fetch?: Fetch },
  method: 'POST' | 'PUT',
  url: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  const headers = { Accept: 'application/json', Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' };
  const signal = AbortSignal.timeout(DEADLINE);
  const request = new Request(url, { method, headers, body: JSON.stringify(body), redirect: 'error', signal });
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    // The cause may repeat the request, so only its name is kept.
    throw new ProviderError((error as Error | null)?.name === 'TimeoutError' ? 'timeout' : 'network');
  }
  if (!response.ok) {
    await response.body?.cancel().catch(() => {});
    throw new ProviderError(`http-${response.status}`);
  }
  try {
    const bytes = response.body ? await readBytes((response.body as ReadableStream<Uint8Array>).getReader()) : new Uint8Array();
    return bytes.length ? parseObject(bytes) : {};
  } catch {
    throw new ProviderError('bad-answer');
  }
}
