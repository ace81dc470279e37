import { randomBytes } from 'node:crypto';
import { encodeBrCode } from '../formats/brcode-encode.ts';
import { isCpf } from '../formats/cpf.ts';
import type { Notification, OktoPixSettings } from '../server.ts';
import { json } from '../server/answers.ts';
import { parseObject, readBody } from '../server/body.ts';
import { minorUnits } from '../server/money.ts';
import { Rejection } from '../server/rejection.ts';
import { bearerOf, createHandler, isWebAddress, switchRoutes } from './answer.ts';
import { BANK_SWITCHES, createBank, type Bank, type PixCharge } from './bank.ts';
import { STATUSES, type SandboxEvent } from './charge.ts';
import { createProviderSide, type SandboxSurroundings } from './provider-side.ts';

/** What {@link createOktoPixSandbox} is given. */
export interface OktoPixSandboxOptions extends SandboxSurroundings {
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

/** The address that a dynamic code names; `.example` belongs to nobody (RFC 2606). */
const CODE_HOST = 'pix.okto.example/v2';
const DEFAULT_LIFE = 900;

/** The test payers of the provider's document (PaymentIQ, "Oktopay", test information). */
export const OKTO_PIX_TEST_PAYERS = [
  { name: 'Joao Pedro Ferreira Lopez', cpf: '051.233.865-56' },
  { name: 'Mineiro Chiotiz', cpf: '141.040.632-66' },
  { name: 'João Silva', cpf: '707.726.010-03' },
] as const;

/** A provider to develop, test and sell with: real BR Codes, a payer to play, callbacks that are signed and sent again. */
export function createOktoPixSandbox(options: OktoPixSandboxOptions): OktoPixSandbox {
  const { merchant = { name: 'PAYTAGS DEMO SHOP', city: 'SAO PAULO' }, now = () => new Date() } = options;
  const byToken = new Map<string, PixCharge>();
  let { callbackUrl, notification } = options;

  const side = createProviderSide<PixCharge>(options, {
    to: () => callbackUrl,
    notification: () => notification,
    says: () => ({ receiver: merchant.name }),
  });
  const bank = createBank((token) => byToken.get(token), side.acts);

  async function create(request: Request): Promise<Response> {
    const { externalId, amount, currency, cpf, expiresIn = DEFAULT_LIFE } = parseObject(await readBody(request));
    const minor = minorUnits(amount, 'BRL');
    if (typeof externalId !== 'string' || !externalId || !minor || currency !== 'BRL' || typeof cpf !== 'string' || !isCpf(cpf)) {
      throw new Rejection('bad-body');
    }
    if (typeof expiresIn !== 'number' || !(expiresIn > 0)) throw new Rejection('bad-body');
    const earlier = side.find(externalId);
    if (earlier && earlier.amount !== amount) throw new Rejection('conflict');
    const charge = earlier ?? issue(externalId, String(amount), expiresIn);
    return json(201, { externalId, status: charge.word, qrCode: charge.code, expiresAt: new Date(charge.expiresAt).toISOString() });
  }

  function issue(externalId: string, amount: string, expiresIn: number): PixCharge {
    const token = randomBytes(16).toString('hex');
    const code = encodeBrCode({
      url: `${CODE_HOST}/${token}`,
      merchantName: merchant.name,
      merchantCity: merchant.city,
      ...(options.amountInCode && { amount }),
    });
    const expiresAt = now().getTime() + expiresIn * 1000;
    const charge: PixCharge = { externalId, token, code, amount, currency: 'BRL', expiresAt, word: 'WAITING' };
    byToken.set(token, charge);
    side.keep(charge);
    return charge;
  }

  async function register(request: Request): Promise<Response> {
    const { depositUrl, withdrawUrl, notificationToken } = parseObject(await readBody(request));
    if (!isWebAddress(depositUrl) || !isWebAddress(withdrawUrl) || typeof notificationToken !== 'string' || !notificationToken.trim()) {
      throw new Rejection('bad-body');
    }
    callbackUrl = depositUrl;
    notification = { ...notification, secret: notificationToken };
    side.tell({ type: 'callbacks-registered' });
    return json(200, {});
  }

  const known = (answer: (request: Request) => Promise<Response>) => async (request: Request) => {
    if (bearerOf(request) !== options.accessToken) throw new Rejection('bad-signature');
    return answer(request);
  };
  const handle = createHandler(options.baseUrl, [
    ['POST', '/deposits', known(create)],
    ['PUT', '/operator', known(register)],
    ...switchRoutes('/bank', bank, BANK_SWITCHES),
  ]);

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
    onEvent: side.onEvent,
    settled: side.settled,
  };
}
