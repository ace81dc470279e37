import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { afterAll } from '../../scripts/test-together.mjs';

/**
 * A Chromium whose tabs live as a shopper's do: one is in front and the others are truly hidden, what is left by a link is kept in
 * the back/forward cache, and what is frozen runs no task. Playwright has every page count as seen and turns that cache off; a second
 * connection to the same browser that sets no defaults does neither.
 */
export class RealTabs {
  /** As Playwright has it: contexts of their own, in which every page counts as seen. */
  readonly browser: Browser;
  /** As a shopper has it: tabs of one window; `bringToFront` hides the one that was in front. */
  readonly window: BrowserContext;

  private constructor(browser: Browser, window: BrowserContext) {
    this.browser = browser;
    this.window = window;
  }

  static #running: Promise<RealTabs> | undefined;

  static {
    afterAll(async () => void (RealTabs.#running && (await (await RealTabs.#running).#close())));
  }

  /** Those that all tests of this process share; they are closed after the last of them. */
  static shared(): Promise<RealTabs> {
    return (RealTabs.#running ??= RealTabs.#open());
  }

  static async #open(): Promise<RealTabs> {
    // A browser that is automated tells its own command line, and with it where the port stands that it has chosen.
    const args = [...CHROMIUM_ARGS, '--enable-automation', '--remote-debugging-port=0'];
    const browser = await chromium.launch({ executablePath: findChromium(), args, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    const line = (await (await browser.newBrowserCDPSession()).send('Browser.getBrowserCommandLine')).arguments;
    const profile = line.find((argument) => argument.startsWith('--user-data-dir='))?.split('=')[1] ?? '';
    const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
    const second = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`, { noDefaults: true });
    const [window] = second.contexts();
    if (!window) throw new Error('The browser has no window.');
    return new RealTabs(browser, window);
  }

  /** A window beside the first, so that two tabs are seen at once. */
  async beside(): Promise<Page> {
    const opened = this.window.waitForEvent('page');
    const browser = await this.window.browser()!.newBrowserCDPSession();
    await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    return opened;
  }

  async #close(): Promise<void> {
    await this.window.browser()?.close();
    await this.browser.close();
  }
}
