/** What a shopper holds: which app and which store there are for it. */
export type Device = 'android' | 'ios' | 'desktop';

/** The device that the page is on. An iPad says that it is a Mac, and only its touches tell. */
export function deviceOf({ userAgent, maxTouchPoints }: Navigator = navigator): Device {
  if (/Android/.test(userAgent)) return 'android';
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1) ? 'ios' : 'desktop';
}

/** Whether the app of a phone is on another device than the page: on a desktop, and on a tablet that is used with a mouse. */
export const atDesk = (): boolean =>
  deviceOf() === 'desktop' || (!/iPhone|iPod|Android.*Mobile/.test(navigator.userAgent) && matchMedia('(pointer: fine)').matches);

/** Apps that show pages themselves, by the names that they give; a view of Android's in any app, and one of Apple's, which leaves Safari out. */
const INSIDE = /FBA[NV]|FB_IAB|Instagram|\bLine\/|MicroMessenger|WhatsApp|Snapchat|Twitter|TikTok|musical_ly|Bytedance|LinkedInApp|Pinterest|KAKAOTALK|Telegram|WeiboX?\b|QQ\/|; wv\)|\((iPhone|iPad|iPod)(?!.*Safari\/)/i;

/** Whether the page is shown by another app, which may let no app be opened and no tab either. */
export const insideApp = (): boolean => INSIDE.test(navigator.userAgent);
