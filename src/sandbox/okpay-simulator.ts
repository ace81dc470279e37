import type { OkpayFields } from '../formats/okpay-form.ts';
import { readForm, type Route } from './answer.ts';
import { SandboxError } from './charge.ts';
import type { OkpayHistory, OkpayIpn } from './okpay-history.ts';
import { choices, markup, Markup, okpayPage } from './okpay-html.ts';
import { OKPAY_KINDS, type OkpayKind, type OkpayWallet } from './okpay-ledger.ts';
import { okpayTime } from './okpay-messages.ts';

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
      const sells = SELLS.includes(kind);
      const rows = [
        `charset=utf-8 txn_kind=${kind} receiver_wallet=${wallet.id} receiver_email=${wallet.email} receiver_phone=${wallet.phone ?? ''} receiver_id=${wallet.accountId}`,
        'payer_country=Germany payer_city=Bonn payer_country_code=DE payer_address_name= payer_state= payer_street= payer_zip= payer_address_status=unconfirmed payer_phone=',
        'payer_first_name=Test payer_last_name=User payer_business_name= payer_email=test@example.com payer_id=1 payer_reputation=0 payer_status=unverified',
        'txn_id=1 txn_parent_id=10 txn_payment_type=instant txn_gross=100.00 txn_net=90.00 txn_fee=10.00 txn_currency=EUR txn_exchange_rate=1.1234',
        `txn_datetime=${okpayTime(now().getTime()).replace(' ', '_')} txn_status=${kind === 'dispute' ? 'pending' : 'completed'} txn_pending_reason=${kind === 'dispute' ? 'review' : ''} txn_reversal_reason=`,
        'txn_handling=1.00 txn_shipping=2.00 txn_shipping_method= txn_tax=3.00 txn_comment= invoice=INV-1',
        sells && 'items_count=1 item_1_id=5 item_1_name=Item_1 item_1_article=ART-1 item_1_type=Tangible_Good_(Request_Delivery_Address) item_1_quantity=1 item_1_gross=106.00 item_1_amount=100.00',
        sells && 'item_1_fee=10.00 item_1_handling=1.00 item_1_shipping=2.00 item_1_tax=3.00 item_1_custom_1_title= item_1_custom_1_value=',
      ];
      return rows.flatMap((row) => (row || '').split(' ').filter(Boolean)).map((text): [string, string] => {
        const [name = '', ...value] = text.split('=');
        return [`ok_${name}`, /_(name|type|datetime)$/.test(name) ? value.join('=').replaceAll('_', ' ') : value.join('=')];
      });
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
    const hint = markup`<p class="soft">This sandbox calls only ${origins.join(', ')}, and follows no redirect.</p>`;
    if (!chosen) {
      return okpayPage(
        'IPN Simulator',
        markup`<form><label>Wallet<select name="wallet">${choices(wallets.map(({ id }) => id), null)}</select></label><label>Address of your listener<input name="url" type="url" value="${wallets[0]?.ipnUrl}" required></label>
<label>Kind of notification<select name="kind">${choices(OKPAY_KINDS, null)}</select></label>${hint}<button class="first">Next</button></form><p><a href="ipn-history">IPN History</a></p>`,
      );
    }
    const typed = new Map([...given]);
    const fields = simulator.fields(chosen).map(([name, value]) => [name, typed.get(name) ?? value] as const);
    return okpayPage(
      'IPN Simulator',
      markup`${result}<form method="post" action="ipn-simulator"><label>Address of your listener<input name="url" type="url" value="${chosen.url}" required></label><input type="hidden" name="wallet" value="${chosen.wallet.id}"><input type="hidden" name="kind" value="${chosen.kind}">${hint}
<button class="first">Send Test IPN</button><div class="row">${fields.map(([name, value]) => markup`<label>${name}<input name="${name}" value="${value}"></label>`)}</div><button class="first">Send Test IPN</button></form><p><a href="ipn-simulator">Another kind</a> · <a href="ipn-history">IPN History</a></p>`,
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
