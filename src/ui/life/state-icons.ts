/** Line drawings of 22 units for what comes after the first picture; see `icon`. */
export const ALERT = 'M11 3 2.5 18h17zM11 8.5v4.5m0 2.4v.1';
export const CHECK = 'm4.5 11.5 4.5 4.5 8.5-9.5';
export const CROSS = 'm6 6 10 10M16 6 6 16';
export const CLOCK = 'M11 3a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 3.5V11l3 2';
export const CASH = 'M2.5 6h17v10h-17zM11 8.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6zM5.5 11h.1m10.8 0h.1';
export const BAN = 'M11 3a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM5.5 5.5l11 11';
export const BACK = 'M8 5 4 9l4 4M4 9h9a4.5 4.5 0 0 1 0 9H9';
/** Three quarters of a ring: something is going on, and it stands still. */
export const RING = 'M11 3a8 8 0 1 1-8 8';
export const RENEW = 'M4 9a7.5 7.5 0 0 1 13-2l1.5 2m0-5v5h-5M18 13a7.5 7.5 0 0 1-13 2l-1.5-2m0 5v-5h5';
export const SAVE = 'M11 3v11m-4-4 4 4 4-4M4 15v3.5h14V15';
export const PRINT = 'M6.5 8V3h9v5M6.5 15H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2.5m-9-2.5h9V19h-9z';
export const SHARE = 'M11 13V3M7.5 6 11 2.8 14.5 6M7 9.5H4.5V19h13V9.5H15';
export const HELP = 'M11 3a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8.8 9a2.3 2.3 0 1 1 3.4 2c-.8.4-1.2.9-1.2 1.7m0 2.5v.1';
export const OFFLINE = 'M3 3l16 16M2.5 9a12 12 0 0 1 4-2.6M10 5a12 12 0 0 1 9.5 4M5.5 12.5a8 8 0 0 1 4-2.3m4.7.7a8 8 0 0 1 2.3 1.6M8.5 16a4 4 0 0 1 5 0m-2.5 2.4v.1';
export const FLASK = 'M9 3v5l-5 9a1.5 1.5 0 0 0 1.3 2.2h11.4A1.5 1.5 0 0 0 18 17l-5-9V3M7.5 3h7M6.5 13.5h9';
