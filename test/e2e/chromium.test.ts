import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';

it('every feature of Chromium that Playwright turns off is off: the last list counts, and it is ours', async () => {
  // A browser that is automated tells its own command line.
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGS, '--enable-automation'] });
  try {
    const line = (await (await browser.newBrowserCDPSession()).send('Browser.getBrowserCommandLine')).arguments;
    const [theirs, ours, ...more] = line.filter((argument) => argument.startsWith('--disable-features=')).map((argument) => argument.slice(argument.indexOf('=') + 1).split(','));
    assert.deepEqual([theirs!.filter((feature) => !ours!.includes(feature)), more], [[], []]);
  } finally {
    await browser.close();
  }
});
