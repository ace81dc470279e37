/** How a copy ended; the words beside the button say which. */
export type CopyResult = 'copied' | 'selected';

/**
 * Puts a text on the clipboard and says so only after the browser has; where it may not, selects the text in `shown` for the
 * shopper to copy by hand. `navigator.clipboard` is missing on plain http and may be refused in a frame.
 */
export async function copyText(text: string, shown: Element | null): Promise<CopyResult> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    return 'selected';
  }
}
