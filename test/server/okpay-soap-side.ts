import { createOkpayLedger, type OkpayTransaction, type OkpayWallet } from '../../src/sandbox/okpay-ledger.ts';
import { createOkpaySoapEndpoint, type OkpaySoapEndpointOptions } from '../../src/sandbox/okpay-soap.ts';
import { okpaySoap, type OkpaySoapSettings } from '../../src/server.ts';

export const PASSWORD = 'péß🔑 & <pass>';
export const SHOP = 'OK123456789';
/** More digits than a number keeps, as the document's example has. */
const FIRST_ID = 9994456683762355345868n;

const WALLETS: OkpayWallet[] = [
  { id: SHOP, email: 'shop@example.com', accountId: '123456789', name: 'Shop', password: PASSWORD, balances: { USD: '500.00', EUR: '100.00' } },
  { id: 'OK987654321', email: 'ada@example.com', accountId: '007', phone: '+35722123456', name: 'Ada <& "Co">' },
  { id: 'OK555555555', email: 'listed@example.com', accountId: '5', password: PASSWORD, addresses: ['203.0.113.9'] },
  { id: 'OK666666666', email: 'closed@example.com', accountId: '6' },
];

/** What a test wants to be different. */
export interface SoapWishes extends Partial<OkpaySoapSettings>, Partial<Pick<OkpaySoapEndpointOptions, 'dailyLimit' | 'disabled'>> {
  /** OKPAY's clock, ours when left out. */
  readonly theirs?: () => Date;
  /** Who asks, as the endpoint sees it. */
  readonly address?: string;
  /** Whether this answer, of which there were so many before, is lost after OKPAY did what was asked. */
  readonly loses?: (name: string, before: number) => boolean;
}

/** A client and OKPAY's side of it, with what passed between them. */
export function openSoap({ theirs, address, loses = () => false, dailyLimit, disabled, ...settings }: SoapWishes = {}) {
  const now = settings.now ?? (() => new Date('2026-11-21T10:20:30Z'));
  let id = FIRST_ID;
  const told: OkpayTransaction[] = [];
  const ledger = createOkpayLedger(WALLETS, { now: theirs ?? now, newId: () => String(id++), tell: (transaction) => told.push(transaction) });
  const endpoint = createOkpaySoapEndpoint({ ledger, now: theirs ?? now, ...(dailyLimit && { dailyLimit }), ...(disabled && { disabled }) });
  /** The functions in the order in which they were asked. */
  const asked: string[] = [];
  const client = okpaySoap({
    ...{ walletId: SHOP, password: PASSWORD, now },
    async fetch(request) {
      const name = request.headers.get('soapaction')?.replace(/^.*\/|"$/g, '') ?? '';
      const before = asked.length;
      asked.push(name);
      const answer = await endpoint.handle(request, address);
      if (loses(name, before)) throw new Error(`no answer to ${PASSWORD}`);
      return answer;
    },
    ...settings,
  });
  const wallet = (of: string) => WALLETS.find(({ id }) => id === of)!;
  return { client, ledger, endpoint, asked, told, wallet };
}

/** A client whose OKPAY says this, and what it was sent. */
export function saying(said: string | Uint8Array | ((request: Request) => Response | Promise<Response>), { status = 200, ...settings }: Partial<OkpaySoapSettings> & { readonly status?: number } = {}) {
  const sent: { readonly request: Request; readonly body: string }[] = [];
  const client = okpaySoap({
    ...{ walletId: SHOP, password: PASSWORD, now: () => new Date('2026-11-21T10:20:30Z') },
    async fetch(request) {
      sent.push({ request, body: await request.clone().text() });
      return typeof said === 'function' ? said(request) : new Response(said, { status });
    },
    ...settings,
  });
  return { client, sent };
}
