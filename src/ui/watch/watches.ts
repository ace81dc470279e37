import { Watch } from './watch.ts';
import { PAGE, type World } from './world.ts';

/** The watches of this page that somebody needs. */
const watches = new Set<Watch>();

/** The one watch over the payment at an address: two tags that show the same payment have the same. */
export function watchOf(url: string, world: World = PAGE): Watch {
  for (const watch of watches) {
    if (!watch.known.watchers.size) watches.delete(watch);
    else if (watch.world === world && watch.url === url) return watch;
  }
  const watch = new Watch(url, world);
  watches.add(watch);
  return watch;
}
