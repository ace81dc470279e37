import { json } from '../server/answers.ts';
import { parseObject, readBody, readBytes } from '../server/body.ts';
import { Rejection, REJECTIONS } from '../server/rejection.ts';
import { SANDBOX_ERRORS, SandboxError } from './charge.ts';

/** One address of a sandbox, below where it is mounted; a pattern's first group is what its answer is about. */
export type Route = readonly [method: 'GET' | 'POST' | 'PUT', path: string | RegExp, answer: (request: Request, id: string) => Promise<Response>];

/** What a button does, by its name in an address: `Actor` is who acts, such as a bank, `code` what was scanned. */
export type Switches<Actor> = Readonly<Record<string, (actor: Actor, code: string, amount?: string) => unknown>>;

/** One `POST below/<name>` for each switch; it takes `{code, amount?}`, and answers what the switch gives, or `{}`. */
export const switchRoutes = <Actor>(below: string, actor: Actor, switches: Switches<Actor>): Route[] =>
  Object.entries(switches).map(([name, act]) => [
    'POST',
    `${below}/${name}`,
    async (request) => {
      const { code, amount } = parseObject(await readBody(request));
      if (typeof code !== 'string' || (amount !== undefined && typeof amount !== 'string')) throw new SandboxError('bad-request');
      return json(200, (await act(actor, code, amount)) ?? {});
    },
  ]);

/** Answers for these routes below `baseUrl`; never rejects. */
export function createHandler(baseUrl: string, routes: readonly Route[]): (request: Request) => Promise<Response> {
  const prefix = new URL(baseUrl).pathname.replace(/\/+$/, '');
  return async (request) => {
    const { pathname } = new URL(request.url);
    const below = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : '';
    const matches = (path: string | RegExp) => (typeof path === 'string' ? path === below : path.test(below));
    const route = routes.find(([method, path]) => method === request.method && matches(path));
    try {
      if (!route) throw new Rejection('not-found');
      return await route[2](request, typeof route[1] === 'string' ? '' : (route[1].exec(below)?.[1] ?? ''));
    } catch (error) {
      if (error instanceof SandboxError) return json(SANDBOX_ERRORS[error.code].status, { code: error.code, message: error.message });
      if (error instanceof Rejection) return json(REJECTIONS[error.code].status, { code: error.code, message: error.message });
      return json(500, { code: 'failed', message: 'The sandbox failed.' });
    }
  };
}

/** The Bearer value of a request. */
export const bearerOf = (request: Request): string | undefined => /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];

/** Whether a callback can be sent there. */
export const isWebAddress = (value: unknown): value is string => typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value);

/** The fields of a form as HTML sends it; throws a Rejection `unsupported-media-type` or `too-large`. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) throw new Rejection('unsupported-media-type');
  const bytes = await readBytes((request.body as ReadableStream<Uint8Array>).getReader());
  return new URLSearchParams(new TextDecoder().decode(bytes));
}
