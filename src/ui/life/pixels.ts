/**
 * Calls `changed` whenever a CSS pixel comes to be another number of device pixels, by zoom or on another screen, until `stop`
 * fires: modules that were whole device pixels before are not any more.
 */
export function onPixelRatio(changed: () => void, stop: AbortSignal): void {
  const again = () => {
    onPixelRatio(changed, stop);
    changed();
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', again, { signal: stop, once: true });
}
