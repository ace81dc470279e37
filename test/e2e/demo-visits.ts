import { after, before } from 'node:test';
import type { Browser } from 'playwright';
import { startDemo, type Demo } from '../../demo/server.ts';
import { sharedBrowser } from './browser.ts';
import { DemoVisitor } from './demo-visitor.ts';

export const WIDTHS = [390, 1280];
export const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

/** How a test visits the demo. */
export interface DemoVisits {
  readonly demo: Demo;
  /** Lets somebody new visit; afterwards their page must be without errors and violations. */
  visit(width: number, live: (visitor: DemoVisitor) => Promise<void>, userAgent?: string): Promise<void>;
}

/** A demo for the tests of one `describe`, started before the first of them and ended after the last. */
export function demoVisits(): DemoVisits {
  let demo: Demo;
  let browser: Browser;
  before(async () => {
    demo = await startDemo({ port: 0, quiet: true });
    browser = await sharedBrowser();
  });
  after(async () => {
    await demo?.close();
  });
  return {
    get demo() {
      return demo;
    },
    async visit(width, live, userAgent) {
      const visitor = await DemoVisitor.arrive(browser, demo.url, width, userAgent);
      try {
        await live(visitor);
        await visitor.assertClean();
      } finally {
        await visitor.leave();
      }
    },
  };
}

/** What the person in the device presses. */
export async function press(visitor: DemoVisitor, name: string): Promise<void> {
  await visitor.look('role');
  await visitor.device.getByRole('button', { name, exact: true }).click();
}
