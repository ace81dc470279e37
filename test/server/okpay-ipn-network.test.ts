import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { message, openIpnShop, VECTORS } from './okpay-ipn-shop.ts';

interface Heard {
  readonly path: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A shop whose verifier is a server of its own, reached by the real `fetch`. */
async function withServer(answer: (response: ServerResponse, path: string | undefined) => void, work: (shop: ReturnType<typeof openIpnShop>, heard: Heard[]) => Promise<void>): Promise<void> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ path: request.url, headers: request.headers, body: Buffer.concat(chunks) });
      answer(response, request.url);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const verifyUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ipn-verify.html`;
  const shop = openIpnShop({ settings: { verifyUrl, fetch: undefined } });
  try {
    await shop.create();
    await work(shop, heard);
  } finally {
    await shop.payments.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('a verifier behind a network', () => {
  it('hears the bytes that came, as a form, whatever a message says', async () => {
    await withServer((response) => response.end('TEST'), async (shop, heard) => {
      for (const { rawBody, verify, id } of VECTORS) {
        if (id === 'ipn-31') continue;
        assert.equal(await shop.send(rawBody), 200);
        assert.equal(heard.pop()?.body.toString('latin1'), verify.body);
      }
      await shop.send(Buffer.from('ok_x=ö%C3%B6+%20~&ok_y=&ok_z'));
      const { path, headers, body } = heard.pop() ?? assert.fail();
      assert.deepEqual([path, headers['content-type'], body.toString()], ['/ipn-verify.html', 'application/x-www-form-urlencoded', 'ok_verify=true&ok_x=ö%C3%B6+%20~&ok_y=&ok_z']);
    });
  });

  for (const [what, answer, status, word] of [
    ['VERIFIED', (response) => response.end('VERIFIED'), 200, 'paid'],
    ['VERIFIED in pieces', (response) => (response.write('VERI'), response.end('FIED')), 200, 'paid'],
    ['VERIFIED in gzip', (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('VERIFIED')), 200, 'paid'],
    ['a redirect to where VERIFIED stands', (response, path) => (path === '/yes' ? response.end('VERIFIED') : response.writeHead(302, { Location: '/yes' }).end()), 503, 'pending'],
    ['a redirect that keeps the method', (response, path) => (path === '/yes' ? response.end('VERIFIED') : response.writeHead(307, { Location: '/yes' }).end()), 503, 'pending'],
    ['a connection that breaks before the answer', (response) => response.destroy(), 503, 'pending'],
    ['a connection that breaks within the word', (response) => (response.writeHead(200, { 'Content-Length': '8' }), response.write('VERIFI', () => response.destroy())), 503, 'pending'],
    ['10 MB in gzip', (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('VERIFIED'.padEnd(10_000_000))), 503, 'pending'],
    ['what is no gzip', (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('VERIFIED'), 503, 'pending'],
    ['VERIFIED as a failure', (response) => response.writeHead(500).end('VERIFIED'), 503, 'pending'],
  ] as [string, (response: ServerResponse, path: string | undefined) => void, number, string][]) {
    it(`${what}: ${status}, ${word}`, async () => {
      await withServer(answer, async (shop, heard) => {
        assert.equal(await shop.send(message()), status);
        assert.equal((await shop.payments.get('payment-1'))?.status, word);
        assert.deepEqual(heard.map(({ path }) => path), ['/ipn-verify.html']);
      });
    });
  }

  it('nobody there: 503', async () => {
    const shop = openIpnShop({ settings: { verifyUrl: 'http://127.0.0.1:9/', fetch: undefined } });
    assert.equal(await shop.send(message()), 503);
    await shop.payments.close();
  });
});
