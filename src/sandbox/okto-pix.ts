import { randomBytes, randomUUID } from 'node:crypto';
import { encodeBrCode } from '../formats/brcode-encode.ts';
import { isCpf } from '../formats/cpf.ts';
import type { Notification, OktoPixSettings } from '../server.ts';
import { json } from '../server/answers.ts';
import { parseObject, readBody } from '../server/body.ts';
import { minorUnits } from '../server/money.ts';
import { Rejection, REJECTIONS } from '../server/rejection.ts';
import { createBank, type Bank } from './bank.ts';
import { createCaller } from './call-back.ts';
import { BANK_ERRORS, BankError, type ChargeWord, type SandboxCharge, type SandboxEvent } from './charge.ts';

/** What {@link createOktoPixSandbox} is given. */
export interface OktoPixSandboxOptions {
  /** Where the sandbox is mounted, such as `http://localhost:8080/okto-pix`; the bank stands below it, at `/bank`. */
  readonly baseUrl: string;
  /** The Bearer value that the shop has to show. */
  readonly accessToken: string;
  /** How callbacks are signed. */
  readonly notification: Notification;
  /** Where callbacks go until `PUT /operator` says otherwise. */
  readonly callbackUrl?: string;
  /** Who is paid, as the BR Code names them: at most 25 and 15 characters. */
  readonly merchant?: { readonly name: string; readonly city: string };
  /** Writes the amount into the BR Code (field 54), which dynamic codes usually leave out. */
  readonly amountInCode?: boolean;
  readonly now?: () => Date;
  /** How the shop is reached; the global `fetch` when left out. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Waits between two tries of a callback. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** OKTO.PIX, simulated: no money moves. */
export interface OktoPixSandbox {
  /** The provider's addresses `POST /deposits` and `PUT /operator`, and the payer's bank at `POST /bank/…`. Never rejects. */
  handle(request: Request): Promise<Response>;
  /** What `oktoPix()` needs to use this sandbox, without a network between them. */
  readonly settings: OktoPixSettings;
  /** The payer's bank, for a test. */
  readonly bank: Bank;
  /** Hears what happens; gives the function that ends it. */
  onEvent(listener: (event: SandboxEvent) => void): () => void;
  /** Resolves when no callback is under way any more. */
  settled(): Promise<void>;
}

/** The sandbox's words and ours for them. */
const STATUSES = {
  WAITING: 'pending',
  IN_PROCESS: 'processing',
  CONFIRMED: 'paid',
  REJECTED: 'failed',
  EXPIRED: 'expired',
  CANCELED: 'canceled',
  REFUNDED: 'refunded',
} as const satisfies Record<ChargeWord, string>;

/** What the demo's buttons do, by the last part of `/bank/…`. */
const SWITCHES: Readonly<Record<string, (bank: Bank, code: string, amount?: string) => unknown>> = {
  read: (bank, code) => bank.read(code),
  pay: (bank, code, amount) => bank.pay(code, amount),
  decline: (bank, code) => bank.decline(code),
  'keep-waiting': (bank, code) => bank.keepWaiting(code),
  expire: (bank, code) => bank.expire(code),
  'pay-late': (bank, code) => bank.payLate(code),
  refund: (bank, code) => bank.refund(code),
  'call-back-again': (bank, code) => bank.callBackAgain(code),
};

/** The address that a dynamic code names; `.example` belongs to nobody (RFC 2606). */
const CODE_HOST = 'pix.okto.example/v2';
const DEFAULT_LIFE = 900;

/** A provider to develop, test and sell with: real BR Codes, a payer to play, callbacks that are signed and sent again. */
export function createOktoPixSandbox(options: OktoPixSandboxOptions): OktoPixSandbox {
  const { merchant = { name: 'PAYTAGS DEMO SHOP', city: 'SAO PAULO' }, now = () => new Date() } = options;
  const prefix = new URL(options.baseUrl).pathname.replace(/\/+$/, '');
  const byToken = new Map<string, SandboxCharge>();
  const byExternalId = new Map<string, SandboxCharge>();
  const listeners = new Set<(event: SandboxEvent) => void>();
  const tell = (event: SandboxEvent) => listeners.forEach((listener) => listener(event));
  let { callbackUrl, notification } = options;

  const caller = createCaller({
    to: () => callbackUrl,
    notification: () => notification,
    fetch: options.fetch ?? ((request) => fetch(request)),
    wait: options.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
    tell,
  });

  const bank = createBank({
    chargeOf: (token) => byToken.get(token),
    now,
    change(charge, word) {
      charge.word = word;
      tell({ type: 'charge-changed', externalId: charge.externalId, word });
      const { externalId, currency, amount, paidAmount = amount } = charge;
      charge.lastCallback = JSON.stringify({
        eventId: randomUUID(),
        externalId,
        status: word,
        amount: paidAmount,
        currency,
        receiver: merchant.name,
      });
      caller.send(charge, charge.lastCallback);
    },
    again(charge) {
      if (charge.lastCallback !== undefined) caller.send(charge, charge.lastCallback);
    },
    looked: ({ externalId, word }) => tell({ type: 'code-read', externalId, word }),
  });

  async function create(request: Request): Promise<Response> {
    const { externalId, amount, currency, cpf, expiresIn = DEFAULT_LIFE } = parseObject(await readBody(request));
    const minor = minorUnits(amount, 'BRL');
    if (typeof externalId !== 'string' || !externalId || !minor || currency !== 'BRL' || typeof cpf !== 'string' || !isCpf(cpf)) {
      throw new Rejection('bad-body');
    }
    if (typeof expiresIn !== 'number' || !(expiresIn > 0)) throw new Rejection('bad-body');
    const earlier = byExternalId.get(externalId);
    if (earlier && earlier.amount !== amount) throw new Rejection('conflict');
    const charge = earlier ?? issue(externalId, String(amount), cpf, expiresIn);
    return json(201, { externalId, status: charge.word, qrCode: charge.code, expiresAt: new Date(charge.expiresAt).toISOString() });
  }

  function issue(externalId: string, amount: string, cpf: string, expiresIn: number): SandboxCharge {
    const token = randomBytes(16).toString('hex');
    const code = encodeBrCode({
      url: `${CODE_HOST}/${token}`,
      merchantName: merchant.name,
      merchantCity: merchant.city,
      ...(options.amountInCode && { amount }),
    });
    const expiresAt = now().getTime() + expiresIn * 1000;
    const charge: SandboxCharge = { externalId, token, code, amount, currency: 'BRL', cpf, expiresAt, word: 'WAITING' };
    byToken.set(token, charge);
    byExternalId.set(externalId, charge);
    tell({ type: 'charge-created', externalId, word: 'WAITING' });
    return charge;
  }

  async function register(request: Request): Promise<Response> {
    const { depositUrl, withdrawUrl, notificationToken } = parseObject(await readBody(request));
    const isUrl = (value: unknown) => typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value);
    if (!isUrl(depositUrl) || !isUrl(withdrawUrl) || typeof notificationToken !== 'string' || !notificationToken.trim()) {
      throw new Rejection('bad-body');
    }
    callbackUrl = depositUrl as string;
    notification = { ...notification, secret: notificationToken };
    tell({ type: 'callbacks-registered' });
    return json(200, {});
  }

  async function play(request: Request, act: string): Promise<Response> {
    const { code, amount } = parseObject(await readBody(request));
    if (typeof code !== 'string' || (amount !== undefined && typeof amount !== 'string')) throw new BankError('bad-request');
    return json(200, SWITCHES[act]?.(bank, code, amount) ?? {});
  }

  const API: readonly [method: string, path: string, answer: (request: Request) => Promise<Response>][] = [
    ['POST', '/deposits', create],
    ['PUT', '/operator', register],
  ];

  async function route(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const path = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : '';
    const act = path.startsWith('/bank/') ? path.slice('/bank/'.length) : undefined;
    if (act !== undefined && Object.hasOwn(SWITCHES, act) && request.method === 'POST') return play(request, act);
    const api = API.find(([method, at]) => method === request.method && at === path)?.[2];
    if (!api) throw new Rejection('not-found');
    if (request.headers.get('authorization') !== `Bearer ${options.accessToken}`) throw new Rejection('bad-signature');
    return api(request);
  }

  const handle = async (request: Request): Promise<Response> => {
    try {
      return await route(request);
    } catch (error) {
      if (error instanceof BankError) return json(BANK_ERRORS[error.code].status, { code: error.code, message: error.message });
      if (error instanceof Rejection) return json(REJECTIONS[error.code].status, { code: error.code, message: error.message });
      return json(500, { code: 'failed', message: 'The sandbox failed.' });
    }
  };

  return {
    handle,
    settings: {
      baseUrl: options.baseUrl,
      accessToken: options.accessToken,
      notification: options.notification,
      statuses: STATUSES,
      payee: merchant.name,
      fetch: handle,
    },
    bank,
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    settled: () => caller.settled(),
  };
}
