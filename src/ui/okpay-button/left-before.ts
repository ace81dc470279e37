/** What the names begin with under which a tab remembers that a page was left for OKPAY. */
export const LEFT = 'paytags okpay-button';

/** Whether the tab remembers that a page was left for OKPAY. */
export function leftBefore(): boolean {
  try {
    return Object.keys(sessionStorage).some((name) => name.startsWith(LEFT));
  } catch {
    return false;
  }
}
