/** Line drawings of 22 units for tags without Lit: a bank card, a triangle of warning, and a shield with a check mark; see `sign`. */
export const CARD = 'M4.5 5.5h13A1.5 1.5 0 0 1 19 7v8a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 3 15V7a1.5 1.5 0 0 1 1.5-1.5zM3 9h16M6 13h3';
export const ALERT = 'M11 3 2.5 18h17zM11 8.5v4.5m0 2.4v.1';
export const SHIELD = 'M11 2.5 4.5 5v5.5c0 4 2.6 7 6.5 9 3.9-2 6.5-5 6.5-9V5zM8.2 11l2 2 3.6-4';
