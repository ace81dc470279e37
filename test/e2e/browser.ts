import { chromium, type Browser } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { afterAll } from '../../scripts/test-together.mjs';

let running: Promise<Browser> | undefined;
afterAll(async () => (await running)?.close());

/** The Chromium that all tests of this process share, each in contexts of its own; it is closed after the last of them. */
export function sharedBrowser(): Promise<Browser> {
  return (running ??= chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS }));
}
