/** Names an entry of the history as ours. */
const OURS = 'paytags-till';

/**
 * Puts an entry into the history, so that the browser's Back calls `close` and leaves the page where it is. What is returned takes the
 * entry away again. The page's router hears nothing of it: its state stands in the entry too, and what comes back to it is what it has left.
 */
export function wayBack(close: () => void): () => void {
  const before = here();
  const popped = (event: PopStateEvent) => {
    if (here() === before) event.stopImmediatePropagation();
    close();
  };
  try {
    // After a reload the entry stands there already.
    if (!ours()) history.pushState({ ...(history.state as object), [OURS]: true }, '');
  } catch {
    // Without an entry, Back leaves the page.
  }
  addEventListener('popstate', popped, { capture: true, once: true });
  return () => {
    // Where the page has gone on meanwhile, that is where it stays.
    if (ours()) history.back();
    else removeEventListener('popstate', popped, true);
  };
}

const ours = (): unknown => (history.state as Record<string, unknown> | null)?.[OURS];

/** Where the page is, by its address and by what its router has noted. */
const here = (): string => location.href + JSON.stringify({ ...(history.state as object), [OURS]: undefined });
