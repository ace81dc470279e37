/**
 * Asks for the whole screen in landscape, and waits for neither. A browser without it, or that refuses, shows the view in its window;
 * leaving it by the browser's own key calls `left`.
 */
export function fillScreen(view: Element, left: () => void, open: AbortSignal): void {
  view.addEventListener('fullscreenchange', () => view.matches(':fullscreen') || left(), { signal: open });
  void turned(view, open).catch(() => undefined);
}

async function turned(view: Element, open: AbortSignal): Promise<void> {
  await view.requestFullscreen({ navigationUI: 'hide' });
  // Not in every list of what a browser has.
  const { orientation } = screen as { orientation: { lock(to: string): Promise<void>; unlock(): void } };
  await orientation.lock('landscape');
  if (open.aborted) orientation.unlock();
  else open.addEventListener('abort', () => orientation.unlock());
}

/** Keeps the screen from going dark while the view is open and seen. */
export function stayAwake(open: AbortSignal): void {
  let held: Promise<WakeLockSentinel | undefined> | undefined;
  const look = () => {
    void held?.then((lock) => lock?.release()).catch(() => undefined);
    held = open.aborted || document.hidden ? undefined : asked();
  };
  document.addEventListener('visibilitychange', look, { signal: open });
  open.addEventListener('abort', look);
  look();
}

/** Missing on plain http, and refused where the battery is low. */
const asked = async () => {
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    return undefined;
  }
};
