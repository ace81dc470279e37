import type { SafeUrl } from '../../formats/safe-url.ts';
import type { OkpayButtonWords } from '../../locales/en/okpay-button.ts';
import type { Face } from './face.ts';
import { shownAmount, type Order } from './order.ts';
import { POPUP, type Press } from './press.ts';

/** What a button does, by its attribute `kind`. */
export const KINDS = { '': 'pay', buy: 'buy', donate: 'donate', 'top-up': 'topUp', subscribe: 'subscribe' } as const;

/** The kind that a text names; any other says that it is paid. */
export const kindOf = (text: string): keyof typeof KINDS => (Object.hasOwn(KINDS, text) ? (text as keyof typeof KINDS) : '');

/** A button as its attributes say it. */
export interface Faced {
  readonly order: Order;
  readonly kind: string;
  readonly as: string;
  readonly ask: string;
  readonly target: string;
  readonly merchant: string;
  readonly createUrl: string;
  readonly total: boolean;
  readonly sandbox: boolean;
  readonly href: SafeUrl | undefined;
}

/** What is shown of a button: what it says, in these words, and what it knows besides. */
export function faceOf(button: Faced, words: OkpayButtonWords, { press, ...known }: Pick<Face, 'fields' | 'action' | 'fixes' | 'card'> & { readonly press: Press }): Face {
  const { as, ask, createUrl, merchant, order, sandbox, target, total } = button;
  const money = (minor: bigint) => shownAmount(minor, order.currency, words.money);
  const kind = kindOf(button.kind);
  const [label, word] = words[KINDS[kind]];
  return {
    ...known,
    words, order, kind, label, word, merchant, total, sandbox, money,
    amount: order.total ? money(order.total.total) : '',
    shape: as === 'link' || as === 'image' ? as : 'button',
    target: target === 'popup' ? POPUP : /^_(blank|top)$/.test(target) ? target : '_self',
    href: as === 'link' && !createUrl && !ask ? button.href : undefined,
    busy: press.busy,
    wrong: press.wrong,
    notice: press.notice(words),
    press: (event) => press.take(event),
    type: (event) => press.type(event),
  };
}
