/** What the session storage of a tab keeps payments under, each by its status address; see `watch/memory.ts`. */
export const KEPT = 'paytags ';

/**
 * Whether a payment was over, or may have been, when this tab showed it before a reload: then its code waits for the server's word,
 * already before what asks the server is fetched.
 */
export function overBefore(statusUrl: string): boolean {
  try {
    const kept = sessionStorage.getItem(KEPT + new URL(statusUrl, document.baseURI).href);
    return Boolean(kept && !kept.includes('"pending"'));
  } catch {
    return false;
  }
}
