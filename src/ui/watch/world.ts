/** What happens to the page's attention: somebody sees it (again), nobody does, it is put aside whole or comes back, the network is there again. */
export type Attention = 'seen' | 'hidden' | 'away' | 'back' | 'focus' | 'online';

/** What tabs of one origin say to each other through. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/** Everything that a watch needs of its surroundings, so that a test can bring its own, and several tabs at once. */
export interface World {
  /** Milliseconds that never jump. */
  now(): number;
  /** Milliseconds since 1970 by the shopper's clock, which may be wrong and may jump. */
  wall(): number;
  /** At least 0, less than 1. */
  random(): number;
  /** Runs `task` later; gives the function that calls it off. */
  after(ms: number, task: () => void): () => void;
  fetch(request: Request, signal: AbortSignal): Promise<Response>;
  /** Nobody can see the page. */
  readonly hidden: boolean;
  /** Calls `listener` with what happens to the page's attention until `stop` fires. */
  attend(listener: (what: Attention) => void, stop: AbortSignal): void;
  /** Undefined on plain http and in old browsers. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Undefined where tabs cannot talk. */
  channel(name: string): Channel | undefined;
  /** What outlives a reload of this tab; undefined where the browser keeps nothing for the page. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
}

/** The page that this runs in. */
export const PAGE: World = {
  now: () => performance.now(),
  wall: () => Date.now(),
  random: () => Math.random(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  fetch: (request, signal) => fetch(request, { signal }),
  get hidden() {
    return document.hidden;
  },
  attend: (listener, signal) => {
    let away = false;
    const on = (target: EventTarget, type: string, what: (event: Event) => Attention | undefined) =>
      target.addEventListener(
        type,
        (event) => {
          const now = what(event);
          // What is put aside is hidden a moment later: that is no news.
          if (!now || (away && now === 'hidden')) return;
          away = now === 'away';
          listener(now);
        },
        { signal },
      );
    on(document, 'visibilitychange', () => (document.hidden ? 'hidden' : 'seen'));
    on(document, 'freeze', () => 'away');
    on(document, 'resume', () => 'back');
    on(globalThis, 'pagehide', () => 'away');
    // The first one of a page, when everything of it is loaded, is no return.
    on(globalThis, 'pageshow', (event) => ((event as PageTransitionEvent).persisted ? 'back' : undefined));
    on(globalThis, 'focus', () => 'focus');
    on(globalThis, 'online', () => 'online');
  },
  get locks() {
    return navigator.locks;
  },
  channel: (name) => {
    try {
      return new BroadcastChannel(name);
    } catch {
      return undefined;
    }
  },
  get storage() {
    try {
      return sessionStorage;
    } catch {
      return undefined;
    }
  },
};
