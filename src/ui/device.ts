/** What a shopper holds: which app and which store there are for it. */
export type Device = 'android' | 'ios' | 'desktop';

/** The device that the page is on. An iPad says that it is a Mac, and only its touches tell. */
export function deviceOf({ userAgent, maxTouchPoints }: Navigator = navigator): Device {
  if (/Android/.test(userAgent)) return 'android';
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1) ? 'ios' : 'desktop';
}
