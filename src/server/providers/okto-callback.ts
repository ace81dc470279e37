import { isGenuine } from '../notification.ts';
import type { Callback, Notice } from '../provider.ts';
import { Rejection } from '../rejection.ts';
import type { KnownSettings, OktoSettings } from './okto-settings.ts';
import { readNotice } from './read-notice.ts';

/** Reads a callback of one of the accounts; throws a Rejection `bad-signature` or `bad-body`. */
export function readOktoCallback(settings: OktoSettings<string, string>, known: KnownSettings, { headers, body }: Callback): Notice {
  // Every account is tried, whatever the one before said, so that time tells nothing.
  const signers = known.accounts.filter(({ notificationSecret: secret }) => isGenuine({ ...settings.notification, secret }, headers, body));
  if (!signers.length) throw new Rejection('bad-signature');
  const { noticeFields: fields, amounts, currencies } = known;
  const currency = fields.currency === null ? currencies[0] : undefined;
  const { notice, names } = readNotice(body, { fields, statuses: settings.statuses, amounts, currency });
  const named = signers.map(({ name, merchantId }) => ({ account: name, isPayee: names(merchantId) }));
  return { ...notice, payeeIsOurs: named.some(({ isPayee }) => isPayee), signers: named };
}
