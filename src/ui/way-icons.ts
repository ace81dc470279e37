/** Lines of `icons.ts` for the tags on which a payment goes on elsewhere; a file of its own, because no other tag waits for it. */

/** Leave for an app on the phone; leave for another page. */
export const PHONE = 'M14 7V4.5A1.5 1.5 0 0 0 12.5 3h-6A1.5 1.5 0 0 0 5 4.5v13A1.5 1.5 0 0 0 6.5 19h6a1.5 1.5 0 0 0 1.5-1.5V15m-4-4h9m-3-3 3 3-3 3';
export const LEAVE = 'M12.5 4H18v5.5M18 4l-8 8M9 5H5.5A1.5 1.5 0 0 0 4 6.5v10A1.5 1.5 0 0 0 5.5 18h10a1.5 1.5 0 0 0 1.5-1.5V13';
/** Receive money: what the shop does. */
export const RECEIVE = 'M11 3v9m-3.5-3.5L11 12l3.5-3.5M4 12v4.5A1.5 1.5 0 0 0 5.5 18h11a1.5 1.5 0 0 0 1.5-1.5V12';
