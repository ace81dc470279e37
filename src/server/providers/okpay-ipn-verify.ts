import { ProviderError, type Fetch } from './ask.ts';
import { VERIFY } from './okpay-ipn-form.ts';

/** What OKPAY says of a message: its own, its simulator's, or none of its own. */
export type Verdict = (typeof VERDICTS)[number];

const VERDICTS = ['VERIFIED', 'TEST', 'INVALID'] as const;

/** How long the verifier may take with all of its answer, in milliseconds, and how long that may be, in bytes. */
const DEADLINE = 5000;
const LONGEST = 1024;

/** Who is asked: fixed by the settings, whatever a message says. */
interface Verifier {
  readonly url: string;
  readonly fetch?: Fetch | undefined;
}

/** Posts a message back, byte for byte. Throws a ProviderError for every answer that is not exactly one of the three words. */
export async function askVerifier(verifier: Verifier, message: Uint8Array): Promise<Verdict> {
  const ended = new AbortController();
  let clock: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new ProviderError('timeout')), DEADLINE);
  });
  try {
    return await Promise.race([exchange(verifier, message, ended.signal), deadline]);
  } catch (error) {
    // The cause may repeat the message, so only its name is kept.
    throw error instanceof ProviderError ? error : new ProviderError('network');
  } finally {
    clearTimeout(clock);
    ended.abort();
  }
}

async function exchange({ url, fetch = globalThis.fetch }: Verifier, message: Uint8Array, signal: AbortSignal): Promise<Verdict> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = Buffer.concat([Buffer.from(VERIFY), message]);
  const response = await fetch(new Request(url, { method: 'POST', headers, body, redirect: 'error', signal }));
  const text = response.status === 200 && !response.redirected ? await start(response) : undefined;
  response.body?.cancel().catch(() => {});
  if (text === undefined) throw new ProviderError(`http-${response.status}`);
  const verdict = VERDICTS.find((word) => word === text);
  if (!verdict) throw new ProviderError('bad-answer');
  return verdict;
}

/** An answer as text, or of a longer one as much as shows that it is none of the words. */
async function start(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  try {
    for (let size = 0; reader && size <= LONGEST; ) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      chunks.push(value);
    }
  } finally {
    reader?.releaseLock();
  }
  return Buffer.concat(chunks).toString('latin1');
}
