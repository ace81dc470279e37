/** Names an entry of the history as ours. */
const OURS = 'paytags-till';

/** A page that goes somewhere because of what has happened has begun to within this time. */
const CALM_MS = 300;

/** Takes the entry away again: at once after an act of the shopper, or once the page is calm after one of its own. */
export type LeaveEntry = (how: 'now' | 'calmly') => void;

/**
 * Puts an entry into the history, so that the browser's Back calls `close` and leaves the page where it is. The page's router hears nothing
 * of it: its state stands in the entry too, and what comes back to it is what it has left.
 */
export function wayBack(close: () => void): LeaveEntry {
  const before = here();
  const stop = new AbortController();
  const { signal } = stop;
  const popped = (event: PopStateEvent) => {
    // An entry of the page's own has gone.
    if (ours()) return;
    if (here() === before) event.stopImmediatePropagation();
    stop.abort();
    close();
  };
  try {
    // After a reload the entry stands there already. In a frame, Back belongs to the page around it.
    if (!ours() && parent === self) history.pushState({ ...(history.state as object), [OURS]: true }, '');
  } catch {
    // Without an entry, Back leaves the page.
  }
  addEventListener('popstate', popped, { capture: true, signal });
  const leave = () => (ours() ? history.back() : stop.abort());
  return (how) => {
    if (how === 'now' || !ours()) return leave();
    // To go back while the page goes on would hold it back. A browser that does not tell keeps the entry.
    const timer = setTimeout(leave, CALM_MS);
    const goes = ({ navigationType }: { navigationType?: string }) => {
      clearTimeout(timer);
      if (navigationType !== 'traverse') stop.abort();
    };
    if (globalThis.navigation) navigation.addEventListener('navigate', goes, { once: true });
    else goes({});
  };
}

const ours = (): unknown => (history.state as Record<string, unknown> | null)?.[OURS];

/** Where the page is, by its address and by what its router has noted. */
const here = (): string => location.href + JSON.stringify({ ...(history.state as object), [OURS]: undefined });
