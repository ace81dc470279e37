import { readForm, type Route } from './answer.ts';
import { SandboxError } from './charge.ts';
import type { OkpayHistory, OkpayIpn } from './okpay-history.ts';
import { choices, markup, okpayPage, pairs, type Markup } from './okpay-html.ts';
import type { OkpayLedger } from './okpay-ledger.ts';
import { money, okpayTime } from './okpay-messages.ts';
import { sendOn } from './web-page.ts';

const STATUSES: readonly OkpayIpn['status'][] = ['Sent', 'Failed', 'Queued', 'Retrying'];

/** What can be done with a transaction, by the button that does it. */
const ACTS: Readonly<Record<string, (ledger: OkpayLedger, id: string, amount?: string) => unknown>> = {
  Complete: (ledger, id) => ledger.change(id, 'completed'),
  Fail: (ledger, id) => ledger.change(id, 'failed'),
  Refund: (ledger, id, amount) => ledger.reverse(id, 'refund', amount),
  Chargeback: (ledger, id, amount) => ledger.reverse(id, 'chargeback', amount),
};

/** The list of messages with its filters, the details of one, and what their buttons do. */
export function historyRoutes({ history, ledger, elapse }: { readonly history: OkpayHistory; readonly ledger: OkpayLedger; readonly elapse: (minutes: number) => Promise<void> }): Route[] {
  const back = 'ipn-history';
  return [
    ['GET', '/ipn-history', async ({ url }) => {
      const { searchParams } = new URL(url);
      const id = searchParams.get('id');
      if (!id) return list(history, ledger, searchParams);
      const ipn = history.find().find((message) => message.id === id);
      if (!ipn) throw new SandboxError('unknown-code');
      return details(ipn, ledger);
    }],
    ['POST', '/ipn-history', async (request) => {
      const given = await readForm(request);
      const act = given.get('act') ?? '';
      const ids = given.getAll('id');
      if (act === 'resend') await history.resend(ids);
      else if (act === 'elapse') await elapse(30);
      else if (Object.hasOwn(ACTS, act)) ACTS[act]!(ledger, given.get('txn') ?? '', given.get('amount')?.trim() || undefined);
      else throw new SandboxError('bad-request');
      await history.settled();
      return sendOn(given.has('details') ? `${back}?id=${encodeURIComponent(ids[0] ?? '')}` : back);
    }],
  ];
}

function list(history: OkpayHistory, { wallets }: OkpayLedger, given: URLSearchParams): Response {
  const at = (name: string) => given.get(name) ?? '';
  const found = history.find({ walletId: at('wallet'), status: at('status'), txnId: at('txn').trim(), from: at('from'), till: at('till') });
  return okpayPage(
    'IPN History',
    markup`<form class="row"><label>Wallet<select name="wallet">${choices(['', ...wallets.map(({ id }) => id)], at('wallet'))}</select></label><label>Status<select name="status">${choices(['', ...STATUSES], at('status'))}</select></label>
<label>Transaction<input name="txn" value="${at('txn')}"></label><label>From<input name="from" type="date" value="${at('from')}"></label><label>Till<input name="till" type="date" value="${at('till')}"></label><label><button>Search</button></label></form>
<form method="post" action="ipn-history"><div class="wide" tabindex="0"><table><tr><th></th><th>Date/Time (created)</th><th>Message ID</th><th>Status</th><th>HTTP</th><th>Transaction</th></tr>${found.map(row)}</table></div>
${found.length ? '' : 'No message yet.'}<button name="act" value="resend">Resend those that are ticked</button><button name="act" value="elapse">Let 30 minutes pass</button></form><p class="soft">* sent again. <a href="ipn-simulator">IPN Simulator</a></p>`,
  );
}

const row = ({ id, createdAt, tries, status, httpStatus, txnId }: OkpayIpn): Markup =>
  markup`<tr><td><input type="checkbox" name="id" value="${id}" aria-label="${id}"></td><td>${okpayTime(createdAt)}${tries > 1 && '*'}</td><td><a href="ipn-history?id=${id}">${id}</a></td><td>${status}</td><td>${httpStatus || ''}</td><td>${txnId}</td></tr>`;

function details({ id, createdAt, tries, sentAt, url, kind, isTest, status, httpStatus, txnId, walletId, fields }: OkpayIpn, ledger: OkpayLedger): Response {
  const isAgain = tries > 1;
  return okpayPage(
    `IPN ${id}`,
    markup`${pairs([
      ['Date/Time (created)', okpayTime(createdAt)],
      ['Message', isAgain ? 'Resent' : 'Original'],
      ['No. of retries', tries],
      ['Last resent', isAgain ? okpayTime(sentAt) : ''],
      ['URL', url],
      ['Type', kind + (isTest ? ' (test)' : '')],
      ['Wallet', walletId],
      ['Status', status],
      ['HTTP answer', httpStatus || 'none'],
      ['Transaction', txnId],
    ])}<form method="post" action="ipn-history"><input type="hidden" name="id" value="${id}"><input type="hidden" name="details"><button name="act" value="resend">Resend</button>${txnId && acts(txnId, ledger)}</form>
<h2>Parameters</h2>${pairs([...fields, ...(isAgain ? [['ok_ipn_resend', 'true'] as const] : [])])}<p><a href="ipn-history">IPN History</a></p>`,
  );
}

/** What can become of a transaction from here. */
function acts(txnId: string, ledger: OkpayLedger): Markup {
  const { status, gross, reversed, currency } = ledger.find(txnId);
  const names = status === 'completed' && gross > reversed ? ['Refund', 'Chargeback'] : ['pending', 'hold'].includes(status) ? ['Complete', 'Fail'] : [];
  const amount = names.includes('Refund') && markup`<label>Amount to give back in ${currency}<input name="amount" value="${money(gross - reversed)}"></label>`;
  return markup`<input type="hidden" name="txn" value="${txnId}">${amount}${names.map((name) => markup`<button name="act" value="${name}">${name}</button>`)}`;
}
