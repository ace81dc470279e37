import { ModuleWidth } from '../module-width.ts';
import type { Besides } from './besides.ts';

/** What a tag with bars does besides: it looks how wide they came out, and shows them at the till; that view is fetched when it is first asked for. */
export const BARS: Besides = {
  drawn(life) {
    if (!life.host.offer?.readable) return;
    if (!life.width) {
      life.width = new ModuleWidth(life.host);
      life.width.watch();
    }
    life.width.measure();
  },
  async till(life) {
    const fetched = await import('../till/till.ts').catch((error) => void console.error(error));
    await fetched?.showAtTill(life);
  },
};
