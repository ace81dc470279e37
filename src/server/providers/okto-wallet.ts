import { safeUrl } from '../../formats/safe-url.ts';
import type { Offer, Provider } from '../provider.ts';
import { agreedNames } from './agreed-names.ts';
import { ProviderError } from './ask.ts';
import { accountNamed, assignAccount } from './okto-account.ts';
import { CHARGE_FIELDS, createAtOkto, type ChargeField } from './okto-call.ts';
import { readOktoCallback } from './okto-callback.ts';
import { OKTO_ROUTE, readSettings, readTerms, type OktoSettings, type OktoTerms } from './okto-settings.ts';

/** The names of what is answered. */
type OfferField = 'code' | 'appUrl' | 'expiresAt';

/** Settings of OKTO Wallet. A `transactionChannel` helps to choose among accounts; any amount can be paid. */
export interface OktoWalletSettings extends OktoSettings<ChargeField, OfferField> {
  /** ISO 4217, what can be paid in; those of the accounts' channels when left out. */
  readonly currencies?: readonly string[];
  /** Terms that a payer has to accept first; none when left out. */
  readonly terms?: OktoTerms;
}

const OFFER_FIELDS: Record<OfferField, string> = { code: 'qrCode', appUrl: 'appUrl', expiresAt: 'expiresAt' };
const WHO = 'oktoWallet';

/** The OKTO app: the payer scans a code, or opens the app, and approves. Throws a TypeError for settings that cannot work. */
export function oktoWallet(settings: OktoWalletSettings): Provider {
  const known = readSettings(settings, {
    who: WHO,
    path: '/api/integration/wallet',
    expiresInSeconds: 900,
    byPackage: false,
    currencies: settings.currencies,
  });
  const { accounts } = known;
  const { fields, answer } = settings.create ?? {};
  const names = agreedNames({ presets: CHARGE_FIELDS, agreed: fields, what: `${WHO}: create.fields`, optional: Object.keys(CHARGE_FIELDS) });
  const answers = agreedNames({ presets: OFFER_FIELDS, agreed: answer, what: `${WHO}: create.answer` });

  return {
    name: 'okto-wallet',
    route: OKTO_ROUTE,
    method: 'oktoWallet',
    currencies: known.currencies,
    asks: [],
    terms: readTerms(settings.terms, WHO),
    requestsKyc: accounts.some(({ requestKyc }) => requestKyc),
    assign: (wanted) => assignAccount(accounts, settings.account, wanted, false),

    async create(charge) {
      const account = accountNamed(accounts, charge.account);
      const { text, until } = await createAtOkto({ settings, known, account, names, more: {} }, charge);
      const code = text(answers.code) ?? '';
      // What nobody sees could be read differently by two scanners.
      if (!/^(?=.*\S)\P{C}{1,512}$/u.test(code)) throw new ProviderError('bad-code');
      const appUrl = text(answers.appUrl);
      if (appUrl !== undefined && !isAddress(appUrl, settings.baseUrl)) throw new ProviderError('bad-app-url');
      return { oktoWallet: { code, ...(appUrl !== undefined && { appUrl }) }, expiresAt: until(answers.expiresAt) } satisfies Offer;
    },

    read: (callback) => readOktoCallback(settings, known, callback),
  };
}

/** Whether it is an absolute address that a page may open: an app's or an https one, and an http one from a provider on this machine. */
function isAddress(text: string, base: string): boolean {
  if (text.length > 2048 || !URL.canParse(text)) return false;
  try {
    return safeUrl(text, { base }) !== '';
  } catch {
    return false;
  }
}
