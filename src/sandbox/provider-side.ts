import { randomUUID } from 'node:crypto';
import { formatAmount } from '../formats/money.ts';
import type { Notification } from '../server.ts';
import { minorUnits } from '../server/money.ts';
import { createCaller } from './call-back.ts';
import { SandboxError, type ChargeWord, type ChargeWords, type SandboxCharge, type SandboxEvent } from './charge.ts';

/** How a sandbox reaches the shop, and what time it is: a test puts its own in. */
export interface SandboxSurroundings {
  readonly now?: () => Date;
  /** How the shop is reached; the global `fetch` when left out. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Waits between two tries of a callback. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** What can become of a charge; each tells the shop, and throws a SandboxError where it cannot be. */
export interface Acts<Charge extends SandboxCharge> {
  /** Somebody reads the code: an expired one throws. */
  look(charge: Charge): void;
  /** Pays; another amount than was asked only where one is given. */
  pay(charge: Charge, amount?: string): void;
  decline(charge: Charge): void;
  keepWaiting(charge: Charge): void;
  expire(charge: Charge): void;
  payLate(charge: Charge): void;
  /** Gives back what was paid, or a part of it; several parts add up. */
  refund(charge: Charge, amount?: string): void;
  callBackAgain(charge: Charge): void;
}

/** What all simulated providers do alike: they keep charges, change them, say so to the shop and to whoever listens. */
export interface ProviderSide<Charge extends SandboxCharge> {
  readonly acts: Acts<Charge>;
  /** Keeps a new charge under its reference. */
  keep(charge: Charge): void;
  /** The charge of this reference, if there is one. */
  find(externalId: string): Charge | undefined;
  tell(event: SandboxEvent): void;
  /** Hears what happens; gives the function that ends it. */
  onEvent(listener: (event: SandboxEvent) => void): () => void;
  /** Resolves when no callback is under way any more. */
  settled(): Promise<void>;
}

/** A provider's side that has no addresses yet. */
export function createProviderSide<Charge extends SandboxCharge>(
  { now = () => new Date(), fetch = (request) => globalThis.fetch(request), wait = pause }: SandboxSurroundings,
  shop: {
    /** Where the callbacks of a charge go; nowhere while undefined. */
    readonly to: (charge: Charge) => string | undefined;
    /** How they are signed. */
    readonly notification: (charge: Charge) => Notification;
    /** What they say besides event id, reference, word and money. */
    readonly says: (charge: Charge) => object;
    /** The sandbox's own where left out. */
    readonly words?: ChargeWords | undefined;
  },
): ProviderSide<Charge> {
  const charges = new Map<string, Charge>();
  const listeners = new Set<(event: SandboxEvent) => void>();
  const tell = (event: SandboxEvent) => listeners.forEach((listener) => listener(event));
  const caller = createCaller<Charge>({ ...shop, fetch, wait, tell });

  /** Tells a new word; `kept` is what it is from then on, where that is another one. */
  function change(charge: Charge, word: ChargeWord, kept = word): void {
    charge.word = kept;
    const { externalId, currency, amount, paidAmount = amount, refundedAmount } = charge;
    tell({ type: 'charge-changed', externalId, word });
    const said = { eventId: randomUUID(), externalId, status: shop.words?.[word] ?? word, amount: paidAmount, currency, refundedAmount, ...shop.says(charge) };
    charge.lastCallback = JSON.stringify(said);
    caller.send(charge, charge.lastCallback);
  }

  const isOver = ({ word, expiresAt }: Charge) => word === 'EXPIRED' || (word === 'WAITING' && expiresAt <= now().getTime());

  /** The charge, where it can still be paid in time. */
  function open(charge: Charge): Charge {
    if (isOver(charge)) throw new SandboxError('expired');
    if (charge.word !== 'WAITING' && charge.word !== 'IN_PROCESS') throw new SandboxError('not-payable');
    return charge;
  }

  function settle(charge: Charge, amount: string): void {
    charge.paidAmount = amount;
    change(charge, 'CONFIRMED');
  }

  return {
    acts: {
      look(charge) {
        if (isOver(charge)) throw new SandboxError('expired');
        tell({ type: 'code-read', externalId: charge.externalId, word: charge.word });
      },
      pay(charge, amount = charge.amount) {
        open(charge);
        if (!minorUnits(amount, charge.currency)) throw new SandboxError('bad-request');
        settle(charge, amount);
      },
      decline: (charge) => change(open(charge), 'REJECTED'),
      keepWaiting: (charge) => change(open(charge), 'IN_PROCESS'),
      expire: (charge) => change(open(charge), 'EXPIRED'),
      payLate(charge) {
        if (charge.paidAmount !== undefined) throw new SandboxError('not-payable');
        settle(charge, charge.amount);
      },
      refund(charge, amount) {
        const { paidAmount, refundedAmount = '0', currency } = charge;
        if (charge.word !== 'CONFIRMED' || paidAmount === undefined) throw new SandboxError('not-paid');
        const paid = minorUnits(paidAmount, currency) ?? 0n;
        const before = minorUnits(refundedAmount, currency) ?? 0n;
        const back = amount === undefined ? paid - before : minorUnits(amount, currency);
        if (!back || before + back > paid) throw new SandboxError('bad-request');
        charge.refundedAmount = formatAmount(before + back, currency);
        // A part is told as a refund too, by its amount; what is left can still be given back.
        change(charge, 'REFUNDED', before + back === paid ? 'REFUNDED' : 'CONFIRMED');
      },
      callBackAgain(charge) {
        if (charge.lastCallback !== undefined) caller.send(charge, charge.lastCallback);
      },
    },
    keep(charge) {
      charges.set(charge.externalId, charge);
      tell({ type: 'charge-created', externalId: charge.externalId, word: charge.word });
    },
    find: (externalId) => charges.get(externalId),
    tell,
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    settled: () => caller.settled(),
  };
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
