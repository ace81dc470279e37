import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { CSP } from './csp.ts';
import { serveFolder, type ServeOptions, type StaticServer } from './static-server.ts';

/** A page that a shop would write, on the built files. */
export interface Shop {
  /** What stands in the body. */
  body?: string;
  lang?: string;
  /** Before the script; default is the one line that loads the autoloader. */
  head?: string;
  /** The page's own style sheet, served as a file. */
  css?: string;
}

/** What the tag of a page is to a test: its public surface. */
export interface Tag {
  code: string;
  status: string;
  payment: { status: string; amount?: string; pix?: { code: string } };
  updateComplete: Promise<unknown>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
}

/** What a page's window holds for the test. */
interface Witness {
  readonly violations: readonly string[];
  readonly heard: readonly { type: string; code?: string; status?: string }[];
}

/** Runs before any script of the page: notes every violation of the policy and every event of the tags. */
const WITNESS = `
  globalThis.violations = [];
  globalThis.heard = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => violations.push(effectiveDirective + ' ' + blockedURI));
  for (const name of ['create', 'status', 'paid', 'failed', 'expired', 'canceled', 'refunded', 'error', 'recovered', 'copy', 'open', 'redirect']) {
    addEventListener('payment-' + name, ({ type, code, status }) => heard.push({ type, code, status }));
  }
`;

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

export const AUTOLOADER = '<script type="module" src="/cdn/paytags.js"></script>';

/** Serves `dist` under the strict policy, and pages that a test writes. A second copy of the files stands at `/copy/`. */
export class BuiltSite {
  readonly #server: StaticServer;
  readonly #pages: Map<string, Shop>;

  private constructor(server: StaticServer, pages: Map<string, Shop>) {
    this.#server = server;
    this.#pages = pages;
  }

  /** @param routes - Asked before the pages and the files. */
  static async open(routes?: ServeOptions['routes']): Promise<BuiltSite> {
    const pages = new Map<string, Shop>();
    const server = await serveFolder(DIST, { headers: { 'Content-Security-Policy': CSP }, routes: async (path, request) => (await routes?.(path, request)) ?? answer(path, pages) });
    return new BuiltSite(server, pages);
  }

  get origin(): string {
    return this.#server.url;
  }

  /** The address of a page. */
  page(shop: Shop): string {
    const name = String(this.#pages.size);
    this.#pages.set(name, shop);
    return `${this.origin}/page/${name}`;
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}

async function answer(path: string, pages: Map<string, Shop>): Promise<Response | undefined> {
  const [, kind, name = ''] = path.split('/');
  if (kind === 'copy') return new Response(await readFile(join(DIST, 'cdn', name)), { headers: { 'content-type': 'text/javascript' } });
  if (kind === 'status') return Response.json({ status: name || 'pending' });
  if (kind === 'favicon.ico') return new Response(null, { status: 204 });
  const shop = pages.get(name);
  if (!shop) return undefined;
  if (kind === 'css') return new Response(shop.css, { headers: { 'content-type': 'text/css' } });
  const { lang = 'en', head = AUTOLOADER, body = '', css } = shop;
  const sheet = css === undefined ? '' : `<link rel="stylesheet" href="/css/${name}">`;
  return new Response(`<!doctype html><html lang="${lang}"><title>A shop</title>${sheet}${head}<body>${body}</body></html>`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}

/** Somebody who has opened one page, and what the page and its console have told. */
export class Visit {
  readonly page: Page;
  /** Every line of the console, with its kind before it, and every error that nobody caught. */
  readonly console: string[] = [];
  /** Every address that the page has asked for. */
  readonly asked: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.console.push(`error: ${String(error)}`));
    page.on('request', (request) => this.asked.push(request.url()));
  }

  static async of(browser: Browser, url: string, options: BrowserContextOptions = {}, prepare?: (page: Page) => Promise<void>, waitUntil: 'load' | 'commit' = 'load'): Promise<Visit> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    return Visit.on(await context.newPage(), url, prepare, waitUntil);
  }

  /** In a tab that is there already. */
  static async on(page: Page, url: string, prepare?: (page: Page) => Promise<void>, waitUntil: 'load' | 'commit' = 'load'): Promise<Visit> {
    page.setDefaultTimeout(10_000);
    await page.addInitScript({ content: WITNESS });
    const visit = new Visit(page);
    await prepare?.(page);
    await page.goto(url, { waitUntil });
    return visit;
  }

  get tag(): Locator {
    return this.page.locator('pix-qr');
  }

  /** The drawing of the code. */
  get symbol(): Locator {
    return this.page.locator('pix-qr svg[part~="symbol"]');
  }

  /** The drawing stands. */
  drawn(): Promise<void> {
    return this.symbol.waitFor();
  }

  violations(): Promise<string[]> {
    return this.page.evaluate('violations');
  }

  heard(): Promise<{ type: string; code?: string; status?: string }[]> {
    return this.page.evaluate('heard');
  }

  /** Waits until the page has heard an event, with this code where one is given. */
  async hears(type: string, code?: string): Promise<void> {
    await this.page.waitForFunction(
      (want) => (globalThis as unknown as Witness).heard.some((event) => event.type === want.type && (!want.code || event.code === want.code)),
      { type, code },
    );
  }

  /** Waits until the policy has refused something. */
  async isRefused(): Promise<void> {
    await this.page.waitForFunction(() => (globalThis as unknown as Witness).violations.length > 0);
  }

  /** The policy has refused nothing, nothing went wrong in the console, and nobody but the page's own server was asked. */
  async assertClean(): Promise<void> {
    assert.deepEqual(await this.violations(), []);
    assert.deepEqual(this.console, []);
    assert.deepEqual(this.foreign, []);
  }

  /** Waits, frame by frame, until something is so. */
  async until(what: string, so: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 8_000;
    while (!(await so())) {
      if (Date.now() > deadline) assert.fail(`not within 8 s: ${what}; the console says ${this.console.join(' | ') || 'nothing'}`);
      await this.page.evaluate(nextFrame);
    }
  }

  /** The names of the files of the tags that the page has asked for, in order. */
  get files(): string[] {
    return this.asked.flatMap((url) => /\/(?:cdn|copy)\/[\w.-]+$/.exec(url)?.[0].slice(1) ?? []);
  }

  /** What was asked of anybody else than the page's own server. */
  get foreign(): string[] {
    const { origin } = new URL(this.page.url());
    return this.asked.filter((url) => new URL(url).origin !== origin && !url.startsWith('data:'));
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }
}

export function nextFrame(): Promise<unknown> {
  return new Promise((framed) => (globalThis as unknown as { requestAnimationFrame(task: (at: number) => void): void }).requestAnimationFrame(framed));
}
