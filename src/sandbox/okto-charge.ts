import { parseObject, readBody } from '../server/body.ts';
import { minorUnits } from '../server/money.ts';
import { Rejection } from '../server/rejection.ts';
import { isWebAddress } from './answer.ts';
import { SandboxError, type ChargeWords, type SandboxCharge } from './charge.ts';
import { accountOf, type OpenAccount } from './okto-accounts.ts';
import { createProviderSide, type ProviderSide, type SandboxSurroundings } from './provider-side.ts';

/** What is kept of an OKTO charge, whichever way it is paid. */
export interface OktoCharge extends SandboxCharge {
  readonly account: OpenAccount;
  /** Who is paid: the descriptor, else the merchantId. */
  readonly shop: string;
  /** Where this charge's callbacks go, if it has said so. */
  readonly callbackUrl?: string | undefined;
}

/** The accounts, whether charges have to be tests, and the words of callbacks. */
export interface OktoRules {
  readonly accounts: readonly OpenAccount[];
  readonly testMode: boolean;
  readonly words: ChargeWords | undefined;
}

/** What a shop asks for, checked as far as cash and wallet have it alike. */
export interface Asked<Charge> {
  readonly body: Readonly<Record<string, unknown>>;
  readonly country: string | undefined;
  readonly terms: Omit<OktoCharge, 'expiresAt'>;
  /** The charge that there is of this reference already. */
  readonly earlier?: Charge | undefined;
}

/** A provider's side whose callbacks go where the charge says, else where the account does, and carry the account's secret. */
export const createOktoSide = <Charge extends OktoCharge>({ words }: OktoRules, surroundings: SandboxSurroundings): ProviderSide<Charge> =>
  createProviderSide<Charge>(surroundings, {
    to: ({ callbackUrl, account }) => callbackUrl ?? account.callbackUrl,
    notification: ({ account }) => account.notification,
    says: ({ account }) => ({ merchantId: account.merchantId }),
    words,
  });

/** Reads and checks what a shop asks for; throws a Rejection or a SandboxError. */
export async function readAsked<Charge extends OktoCharge>(request: Request, rules: OktoRules, side: ProviderSide<Charge>): Promise<Asked<Charge>> {
  const account = accountOf(rules.accounts, request);
  const body = parseObject(await readBody(request));
  const text = (name: string): string => {
    const value = body[name];
    if (typeof value !== 'string' || !value.trim()) throw new Rejection('bad-body');
    return value;
  };
  const { callbackUrl, testMode } = body;
  const [externalId, amount, currency] = [text('externalId'), text('amount'), text('currency')];
  const country = body['country'] === undefined ? undefined : text('country');
  const shop = body['descriptor'] === undefined ? account.merchantId : text('descriptor');
  if (text('merchantId') !== account.merchantId) throw new SandboxError('other-merchant');
  if (testMode !== rules.testMode) throw new SandboxError('other-mode');
  if (!minorUnits(amount, currency) || !/^[A-Z]{2}$/.test(country ?? 'IT')) throw new Rejection('bad-body');
  if (callbackUrl !== undefined && !isWebAddress(callbackUrl)) throw new Rejection('bad-body');
  const earlier = side.find(externalId);
  if (earlier && (earlier.amount !== amount || earlier.currency !== currency || earlier.account !== account)) throw new Rejection('conflict');
  return { body, country, earlier, terms: { externalId, amount, currency, account, callbackUrl, shop, word: 'WAITING' } };
}
