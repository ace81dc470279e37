import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import { FORM_VARIABLES, ITEM_VARIABLES, LEADING_VARIABLES, OKPAY_CURRENCIES, OKPAY_ITEM_TYPES } from '../src/formats/okpay-variables.ts';
import { HEADERS, page } from './pages.ts';
import { readStaticCode } from './providers.ts';
import { openShop, type Shop } from './shop-server.ts';
import { COOKIE, cookieOf, Visitors, type Fact, type Visitor } from './visitors.ts';

export interface DemoOptions {
  /** The port to listen on, 0 for a free one; without it 4173, or a free one where that is taken. */
  readonly port?: number | undefined;
  /** Says nothing on the console. */
  readonly quiet?: boolean;
}

/** A running demo: its address without a slash at the end, and the way to stop it. */
export interface Demo {
  readonly url: string;
  close(): Promise<void>;
}

type Env = { Bindings: HttpBindings; Variables: { visitor: Visitor } };

const HOST = '127.0.0.1';
const USUAL_PORT = 4173;
const KEEP_ALIVE_MS = 20_000;
/** How much the demo's own addresses read, in bytes; a BR Code has at most 512 characters. */
const BODY_LIMIT = 8 * 1024;
/** The names of this machine. Any other is a page of somebody else whose name has been made to point here. */
const HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
/** What the page that makes payment links asks for: the table that the tags and the checks read. */
const VARIABLES = { form: [...LEADING_VARIABLES, ...FORM_VARIABLES], item: ITEM_VARIABLES, currencies: OKPAY_CURRENCIES, types: OKPAY_ITEM_TYPES };
const HERE = new URL('./', import.meta.url);
const TAGS = new URL('../dist/cdn/', import.meta.url);

/**
 * Starts everything in one process: the page, the tags, the shops' companion at `/payments`, and at `/sandbox`, `/okto`, `/checkout`,
 * `/okpay` and `/okpay-checkout` the providers with whoever pays there. Nothing is kept after `close`.
 *
 * @throws The system's error when a port that was asked for is taken.
 */
export async function startDemo({ port, quiet = false }: DemoOptions = {}): Promise<Demo> {
  const visitors = new Visitors();
  const server = createServer();
  const url = `http://${HOST}:${await listen(server, port)}`;
  const shop = await openShop(url, visitors);
  server.on('request', getRequestListener(application(visitors, shop).fetch, { hostname: HOST }));
  if (!quiet) console.log(`paytags demo: ${url}  (stop it with Ctrl+C)`);
  return {
    url,
    close: async () => {
      // The shop first: its streams say when to come back, and its last callbacks still find it.
      await shop.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function application(visitors: Visitors, shop: Shop): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  });
  app.use(async (context, next) => {
    const host = (context.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');
    if (HOSTS.includes(host)) return next();
    return context.text('This demo answers to localhost only.', 421);
  });
  app.onError((error, context) => {
    console.error(`paytags demo: ${error.name} at ${context.req.method} ${context.req.routePath}`);
    return context.text('The demo failed.', 500);
  });

  app.get('/favicon.ico', () => new Response(null, { status: 204 }));
  // The cookie comes with the page, so that the requests which the page then sends together are all one visitor's.
  app.get('/', known(visitors), () => page(HERE, 'index.html'));
  app.get('/plain.html', () => page(HERE, 'plain.html'));
  app.get('/paytags/*', (context) => page(TAGS, context.req.path.slice('/paytags/'.length)));

  app.use('/demo/*', bodyLimit({ maxSize: BODY_LIMIT, onError: (context) => context.text('This is too long.', 413) }));
  app.use('/payments/*', (context, next) => cut(visitors, context, next));
  app.post('/demo/orders', known(visitors), (context) => context.json({ reference: visitors.order(context.var.visitor) }));
  app.post('/demo/network', known(visitors), async (context) => {
    const wanted: unknown = await context.req.json().catch(() => undefined);
    const { cut } = Object(wanted) as { cut?: unknown };
    if (typeof cut !== 'boolean') return context.text('This is not {"cut": true} or {"cut": false}.', 400);
    const { visitor } = context.var;
    visitor.cut = cut;
    if (cut) for (const connection of visitor.connections) connection.destroy();
    return context.body(null, 204);
  });
  app.post('/demo/read', async (context) => context.json(readStaticCode((await context.req.text()).trim()) ?? null));
  app.post('/demo/refund', known(visitors), async (context) => {
    const wanted: unknown = await context.req.json().catch(() => undefined);
    const { reference } = Object(wanted) as { reference?: unknown };
    if (typeof reference !== 'string' || !visitors.hasOrder(reference, context.var.visitor.id)) return context.json({ code: 'unknown-code' }, 404);
    const wrong = await shop.refund(reference).then(() => undefined, ({ code }: { code?: string }) => code ?? 'failed');
    return wrong === undefined ? context.json({}) : context.json({ code: wrong }, 409);
  });
  app.get('/demo/knows', known(visitors), follow);
  app.get('/demo/okpay-variables.json', (context) => context.json(VARIABLES));
  app.get('/demo/*', (context) => page(HERE, context.req.path.slice('/demo/'.length)));

  app.all('*', async (context) => (await shop.handle(context.req.raw)) ?? context.text('Not found', 404));
  return app;
}

/** Knows a browser again by a cookie, so that one visitor never hears of another's orders. */
const known =
  (visitors: Visitors) =>
  async (context: Context<Env>, next: () => Promise<void>): Promise<void> => {
    const cookie = cookieOf(context.req.raw);
    const visitor = visitors.meet(cookie);
    context.set('visitor', visitor);
    await next();
    // Before the answer stands a cookie is lost where the answer is a Response of its own, such as a file.
    if (visitor.id !== cookie) setCookie(context, COOKIE, visitor.id, { httpOnly: true, sameSite: 'Strict', path: '/' });
  };

/** The visitor's broken network: every connection dies without an answer, also one that is open, as it would on a train. */
async function cut(visitors: Visitors, context: Context<Env>, next: () => Promise<void>): Promise<Response | void> {
  const visitor = visitors.find(cookieOf(context.req.raw));
  if (!visitor) return next();
  const { incoming, outgoing } = context.env;
  const { socket } = incoming;
  if (visitor.cut) {
    socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  visitor.connections.add(socket);
  outgoing.once('close', () => visitor.connections.delete(socket));
  return next();
}

/** What the server comes to know of the visitor's orders, as server-sent events until the page goes away. */
function follow(context: Context<Env>): Response {
  const { followers } = context.var.visitor;
  return streamSSE(context, async (stream) => {
    const tell = (fact: Fact): void => void stream.writeSSE({ event: 'fact', data: JSON.stringify(fact) });
    const beat = setInterval(() => void stream.write(':\n\n'), KEEP_ALIVE_MS);
    followers.add(tell);
    await stream.write(':\n\n');
    await new Promise<void>((gone) => stream.onAbort(gone));
    clearInterval(beat);
    followers.delete(tell);
  });
}

async function listen(server: Server, wanted: number | undefined): Promise<number> {
  for (const port of wanted === undefined ? [USUAL_PORT, 0] : [wanted]) {
    const listening = once(server, 'listening');
    server.listen(port, HOST);
    try {
      await listening;
      break;
    } catch (error) {
      if (wanted !== undefined || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
