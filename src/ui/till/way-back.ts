/** Names an entry of the history as ours. */
const OURS = 'paytags-till';

/** A page that goes somewhere because of what has happened has begun to within this time. */
const CALM_MS = 300;

/** Takes the entry away again: at once after an act of the shopper, or once the page is calm after one of its own. */
export type LeaveEntry = (how: 'now' | 'calmly') => void;

/**
 * Puts an entry into the history, so that the browser's Back calls `close` and leaves the page where it is. The state of the page's
 * router stands in the entry too: when it is left, the router hears of the address and the state that it knows.
 */
export function wayBack(close: () => void): LeaveEntry {
  const stop = new AbortController();
  const popped = () => {
    // Else an entry of the page's own has gone, on top of ours.
    if (ours()) return;
    stop.abort();
    close();
  };
  try {
    // After a reload the entry stands there already. In a frame, Back belongs to the page around it.
    if (!ours() && parent === self) history.pushState({ ...(history.state as object), [OURS]: true }, '');
  } catch {
    // Without an entry, Back leaves the page.
  }
  addEventListener('popstate', popped, { signal: stop.signal });
  const leave = () => ours() && history.back();
  return (how) => {
    stop.abort();
    if (how === 'now') leave();
    // To go back while the page goes on would hold it back; where the browser does not tell, the entry stays.
    else if (ours() && globalThis.navigation) {
      const timer = setTimeout(leave, CALM_MS);
      navigation.addEventListener('navigate', () => clearTimeout(timer), { once: true });
    }
  };
}

const ours = (): unknown => (history.state as Record<string, unknown> | null)?.[OURS];
