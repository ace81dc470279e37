/** What puts a code on paper, into a file or into another app: fetched when the shopper or the page first asks for one of these. */
export { print } from './print.ts';
export { save } from './save.ts';
export { share } from './share.ts';
