import { minorOf, type OkpayTexts } from '../formats/okpay-fields.ts';
import type { OkpayPayment } from '../formats/okpay-payment.ts';
import { SandboxError } from './charge.ts';

/** A wallet that OKPAY keeps, with what its owner has set in its properties. */
export interface OkpayWallet {
  /** `OK` and nine digits. */
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly accountId: string;
  readonly phone?: string;
  /** Who is paid, as the checkout page shows it; the wallet's id when left out. */
  readonly name?: string;
  /** Where messages go, unless a form says otherwise; nowhere when left out. */
  readonly ipnUrl?: string;
  /** Where payers come back to, unless a form says otherwise. */
  readonly returnSuccess?: string;
  readonly returnFail?: string;
  /** The access password of the SOAP API, which is disabled when this is left out. */
  readonly password?: string;
  /** The IP addresses that may ask the SOAP API; all when left out. */
  readonly addresses?: readonly string[];
  /** What it holds at first, decimal text by currency. */
  readonly balances?: Readonly<Record<string, string>>;
}

/** OKPAY's words for what has become of a transaction. */
export type OkpayStatus = NonNullable<OkpayPayment['status']>;

/** OKPAY's words for where a transaction comes from. */
export const OKPAY_KINDS = ['payment_link', 'mass_pay', 'send_money', 'marketplace', 'recurring', 'dispute'] as const;
/** One of these words. */
export type OkpayKind = (typeof OKPAY_KINDS)[number];

/** A transaction as OKPAY keeps it. Amounts are minor units of two decimals, below zero for a reversal; `gross` less `fee` is what arrives. */
export interface OkpayTransaction {
  /** Digits, 19 as a rule. */
  readonly id: string;
  /** The transaction that this one reverses; else empty. */
  readonly parentId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: OkpayKind;
  /** Who is paid. */
  readonly wallet: OkpayWallet;
  /** Who pays, where that is another wallet of this sandbox. */
  readonly from?: OkpayWallet | undefined;
  readonly currency: string;
  readonly gross: bigint;
  readonly fee: bigint;
  /** Other variables of its messages, by their names without `ok_`, such as `invoice` and `txn_comment`. */
  readonly texts: OkpayTexts;
  /** What was sold, as the form said. */
  readonly items: readonly OkpayTexts[];
  status: OkpayStatus;
  /** Why it is pending, or reversed; else empty. */
  reason: string;
  /** What has been given back of it so far. */
  reversed: bigint;
}

/** A transaction to be made; one that says no `status` is completed. */
export type OkpayEntry = Pick<OkpayTransaction, 'kind' | 'wallet' | 'currency' | 'gross' | 'fee'> & Partial<Pick<OkpayTransaction, 'from' | 'texts' | 'items' | 'status' | 'reason' | 'parentId'>>;

/** All wallets and transactions of a sandbox. */
export interface OkpayLedger {
  readonly wallets: readonly OkpayWallet[];
  /** The oldest first. */
  readonly transactions: readonly OkpayTransaction[];
  /** By id, e-mail address or telephone number. */
  wallet(receiver: string): OkpayWallet | undefined;
  /** The transaction of this id; throws a SandboxError `unknown-code`. */
  find(id: string): OkpayTransaction;
  /** Keeps a new transaction, and tells who is paid. */
  add(entry: OkpayEntry): OkpayTransaction;
  /** Decides on a transaction that was pending or held, and tells who is paid; throws a SandboxError `not-payable`. */
  change(id: string, status: OkpayStatus, reason?: string): OkpayTransaction;
  /** Reverses a completed transaction, or a part of it: a transaction of its own. Throws a SandboxError `not-paid` or `bad-request`. */
  reverse(id: string, reason: string, amount?: string): OkpayTransaction;
  /** What a wallet holds, in minor units. */
  balance(wallet: OkpayWallet, currency: string): bigint;
}

/** OKPAY's fee for this amount: one per cent. */
export const okpayFee = (amount: bigint): bigint => (amount + 50n) / 100n;

const OPEN: readonly OkpayStatus[] = ['pending', 'hold'];
const COUNTS: readonly OkpayStatus[] = ['completed', 'reversed'];

/** A ledger of these wallets; `tell` hears of each new transaction and each change. */
export function createOkpayLedger(
  wallets: readonly OkpayWallet[],
  { now, newId, tell }: { readonly now: () => Date; readonly newId: () => string; readonly tell: (transaction: OkpayTransaction) => void },
): OkpayLedger {
  const transactions: OkpayTransaction[] = [];

  function find(id: string): OkpayTransaction {
    const found = transactions.find((transaction) => transaction.id === id);
    if (!found) throw new SandboxError('unknown-code');
    return found;
  }

  function add(entry: OkpayEntry): OkpayTransaction {
    const transaction: OkpayTransaction = { parentId: '', texts: {}, items: [], status: 'completed', reason: '', ...entry, id: newId(), at: now().getTime(), reversed: 0n };
    transactions.push(transaction);
    tell(transaction);
    return transaction;
  }

  return {
    wallets,
    transactions,
    wallet: (receiver) => wallets.find(({ id, email, phone }) => [id, email, phone].includes(receiver.toLowerCase()) || id === receiver),
    find,
    add,
    change(id, status, reason = '') {
      const transaction = find(id);
      if (!OPEN.includes(transaction.status)) throw new SandboxError('not-payable');
      Object.assign(transaction, { status, reason });
      tell(transaction);
      return transaction;
    },
    reverse(id, reason, amount) {
      const whole = find(id);
      if (whole.status !== 'completed') throw new SandboxError('not-paid');
      const left = whole.gross - whole.reversed;
      const part = amount === undefined ? left : (minorOf(amount) ?? 0n);
      if (part <= 0n || part > left) throw new SandboxError('bad-request');
      whole.reversed += part;
      return add({ ...whole, gross: -part, fee: (-whole.fee * part) / whole.gross, status: 'reversed', reason, parentId: id });
    },
    balance(wallet, currency) {
      let sum = minorOf(wallet.balances?.[currency] ?? '') ?? 0n;
      for (const { status, wallet: to, from, gross, fee, currency: its } of transactions) {
        if (its !== currency) continue;
        if (to === wallet && COUNTS.includes(status)) sum += gross - fee;
        // What waits to arrive has left its sender.
        if (from === wallet && [...OPEN, ...COUNTS].includes(status)) sum -= gross;
      }
      return sum;
    },
  };
}
