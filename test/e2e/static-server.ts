import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';

/** A running server: its address without a slash at the end, and the way to stop it. */
export interface StaticServer {
  url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Sent with every answer, such as `Content-Security-Policy`; what a route's answer says itself goes before it. */
  headers?: Record<string, string>;
  /** Asked first: the path with its search is in the request's `url`. `undefined` leaves the request to the folder. */
  routes?: (path: string, request: Request) => Response | undefined | Promise<Response | undefined>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder on a free port of 127.0.0.1, and pages that are not in it through `routes`.
 *
 * @param root - The folder; `/` is its `index.html`, and nothing outside of it is ever answered.
 */
export async function serveFolder(root: string, { headers = {}, routes }: ServeOptions = {}): Promise<StaticServer> {
  const folder = resolve(root);
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing).catch((error: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain' });
      outgoing.end(String(error));
    });
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`);
    const routed = await routes?.(url.pathname, await toRequest(incoming, url));
    if (routed) return send(routed, outgoing);
    const file = await fileAt(folder, url.pathname);
    if (!file) return void outgoing.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    outgoing.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    await pipeline(createReadStream(file), outgoing);
  }

  await new Promise<void>((listening, failed) => server.once('error', failed).listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed, failed) => {
        server.close((error) => (error ? failed(error) : closed()));
        server.closeAllConnections();
      }),
  };
}

async function toRequest(incoming: IncomingMessage, url: URL): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return new Request(url, { method, headers, body: Buffer.concat(pieces) });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.writeHead(response.status);
  outgoing.flushHeaders();
  // Whoever asked may leave before the end; the body's `cancel` tells its source.
  if (response.body) await pipeline(Readable.fromWeb(response.body as WebStream), outgoing).catch(() => undefined);
  else outgoing.end();
}

async function fileAt(folder: string, path: string): Promise<string | undefined> {
  let file: string;
  try {
    file = join(folder, normalize(decodeURIComponent(path)));
  } catch {
    return undefined;
  }
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  try {
    const found = await stat(file);
    if (found.isFile()) return file;
    const index = join(file, 'index.html');
    return (await stat(index)).isFile() ? index : undefined;
  } catch {
    return undefined;
  }
}
