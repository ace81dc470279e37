import type { OkpayFields } from '../formats/okpay-fields.ts';
import { readForm, type Route } from './answer.ts';
import { SandboxError } from './charge.ts';
import type { OkpayHistory, OkpayIpn } from './okpay-history.ts';
import { choices, markup, Markup, okpayPage } from './okpay-html.ts';
import { OKPAY_KINDS, type OkpayKind, type OkpayWallet } from './okpay-ledger.ts';
import { named, okpayTime } from './okpay-messages.ts';

/** Where a test message goes, of which kind and wallet. */
export interface OkpayTest {
  readonly kind: OkpayKind;
  readonly url: string;
  readonly wallet: OkpayWallet;
}

/** Sends test messages. */
export interface OkpaySimulator {
  /** The test data of a kind, in the simulator's own shape. */
  fields(test: Pick<OkpayTest, 'kind' | 'wallet'>): OkpayFields;
  /** Sends these fields, which nobody judges, as a test message; resolves with what became of it. Throws a SandboxError `bad-request` for an address that is not called. */
  send(test: OkpayTest, fields: OkpayFields): Promise<OkpayIpn>;
}

/** Fields that are sent where something stands in them alone. */
const REASONS: readonly string[] = ['ok_txn_pending_reason', 'ok_txn_reversal_reason'];
/** Kinds that pay for items. */
const SELLS: readonly OkpayKind[] = ['payment_link', 'marketplace'];

/** What two public copies of the simulator have sent. */
const DATA = [
  '|charset=utf-8 txn_kind receiver_wallet receiver_email receiver_phone receiver_id',
  'payer_|country=Germany city=Bonn country_code=DE address_name state street zip address_status=unconfirmed phone first_name=Test last_name=User business_name email=test@example.com id=1 reputation=0 status=unverified',
  'txn_|id=1 parent_id=10 payment_type=instant gross=100.00 net=90.00 fee=10.00 currency=EUR exchange_rate=1.1234 datetime status=completed pending_reason reversal_reason handling=1.00 shipping=2.00 shipping_method tax=3.00 comment',
  '|invoice=INV-1',
];
const ITEM = [
  '|items_count=1',
  'item_1_|id=5 name=Item~1 article=ART-1 type=Tangible~Good~(Request~Delivery~Address) quantity=1 gross=106.00 amount=100.00 fee=10.00 handling=1.00 shipping=2.00 tax=3.00 custom_1_title custom_1_value',
];

/** A simulator that sends by this history. */
export function createOkpaySimulator(options: {
  readonly history: OkpayHistory;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly mayCall: (url: string) => boolean;
}): OkpaySimulator {
  const { history, now, newId, mayCall } = options;
  return {
    fields({ kind, wallet }) {
      const { id: receiver_wallet, email: receiver_email, phone: receiver_phone, accountId: receiver_id } = wallet;
      const said = { txn_kind: kind, receiver_wallet, receiver_email, receiver_phone, receiver_id, txn_datetime: okpayTime(now().getTime()), ...(kind === 'dispute' && { txn_status: 'pending', txn_pending_reason: 'review' }) };
      return [...DATA, ...(SELLS.includes(kind) ? ITEM : [])].flatMap((row) => named(row, 'ok_', said));
    },
    async send({ kind, url, wallet }, given) {
      if (!mayCall(url)) throw new SandboxError('bad-request');
      const id = newId();
      const kept = given.filter(([name, value]) => !/^ok_ipn_/.test(name) && (value || !REASONS.includes(name)));
      const message = history.send({ id, url, kind, walletId: wallet.id, txnId: '', isTest: true, fields: [...kept, ['ok_ipn_test', '1'], ['ok_ipn_id', id]] });
      await history.settled();
      return message;
    },
  };
}

/** The simulator's pages: choose, then edit and send. */
export function simulatorRoutes(simulator: OkpaySimulator, wallets: readonly OkpayWallet[], origins: readonly string[]): Route[] {
  const test = (given: URLSearchParams): OkpayTest | undefined => {
    const wallet = wallets.find(({ id }) => id === given.get('wallet'));
    const kind = OKPAY_KINDS.find((kind) => kind === given.get('kind'));
    return wallet && kind && { kind, wallet, url: given.get('url') ?? '' };
  };
  const show = (given: URLSearchParams, result?: Markup, status = 200): Response => {
    const chosen = test(given);
    const to = markup`<label>Address of your listener<input name="url" type="url" value="${chosen ? chosen.url : wallets[0]?.ipnUrl}" required></label><p class="soft">This sandbox calls only ${origins.join(', ')}, and follows no redirect.</p>`;
    if (!chosen) {
      return okpayPage(
        'IPN Simulator',
        markup`<form><label>Wallet<select name="wallet">${choices(wallets.map(({ id }) => id), null)}</select></label>${to}<label>Kind of notification<select name="kind">${choices(OKPAY_KINDS, null)}</select></label><button class="first">Next</button></form><p><a href="ipn-history">IPN History</a></p>`,
      );
    }
    const typed = new Map([...given]);
    const fields = simulator.fields(chosen).map(([name, value]) => [name, typed.get(name) ?? value] as const);
    return okpayPage(
      'IPN Simulator',
      markup`${result}<form method="post" action="ipn-simulator">${to}<input type="hidden" name="wallet" value="${chosen.wallet.id}"><input type="hidden" name="kind" value="${chosen.kind}"><button class="first">Send Test IPN</button><div class="row">${fields.map(([name, value]) => markup`<label>${name}<input name="${name}" value="${value}"></label>`)}</div></form><p><a href="ipn-simulator">Another kind</a> · <a href="ipn-history">IPN History</a></p>`,
      { status },
    );
  };
  return [
    ['GET', '/ipn-simulator', async ({ url }) => show(new URL(url).searchParams)],
    [
      'POST',
      '/ipn-simulator',
      async (request) => {
        const given = await readForm(request);
        const chosen = test(given);
        if (!chosen) throw new SandboxError('bad-request');
        try {
          const { status, httpStatus, id } = await simulator.send(chosen, [...given].filter(([name]) => name.startsWith('ok_')));
          const role = new Markup(status === 'Sent' ? 'status' : 'alert');
          return show(given, markup`<p role="${role}">${status}: your server answered ${httpStatus ? `HTTP ${httpStatus}` : 'nothing'}. <a href="ipn-history?id=${id}">Details</a></p>`);
        } catch (error) {
          if (!(error instanceof SandboxError)) throw error;
          return show(given, markup`<p role="alert">Not sent: this address is not called.</p>`, 400);
        }
      },
    ],
  ];
}
