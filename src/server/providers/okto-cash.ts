import { GS1_PATTERN, voucherElements } from '../../formats/gs1-pattern.ts';
import { Gs1Error } from '../../formats/gs1.ts';
import type { Offer, Provider } from '../provider.ts';
import { agreedNames } from './agreed-names.ts';
import { ProviderError } from './ask.ts';
import { accountNamed, assignAccount, type KnownAccount } from './okto-account.ts';
import { CHARGE_FIELDS, createAtOkto, type ChargeField } from './okto-call.ts';
import { readOktoCallback } from './okto-callback.ts';
import { packageOf } from './okto-package.ts';
import { OKTO_ROUTE, readSettings, readTerms, type OktoSettings, type OktoTerms } from './okto-settings.ts';

/** The names of what is answered. */
type OfferField = 'packageId' | 'paymentCode' | 'expiresAt';

/** Settings of OKTO Cash; each account needs a `transactionChannel`. */
export interface OktoCashSettings extends OktoSettings<ChargeField | 'packageId', OfferField> {
  /** The barcode's text, with `{packageId}` and `{paymentCode}` or two `%s`; that of PaymentIQ's document when left out. */
  readonly gs1Pattern?: string;
  /** OKTO's terms, which every payer has to accept; `true` when left out. */
  readonly terms?: OktoTerms;
}

const OFFER_FIELDS: Record<OfferField, string> = { packageId: 'packageId', paymentCode: 'paymentCode', expiresAt: 'expiresAt' };
const WHO = 'oktoCash';

/** Cash at a shop's counter by OKTO: the payer shows a barcode. Throws a TypeError for settings that cannot work. */
export function oktoCash(settings: OktoCashSettings): Provider {
  const { gs1Pattern = GS1_PATTERN } = settings;
  const known = readSettings(settings, { who: WHO, path: '/api/integration/cash', expiresInSeconds: 86_400, byPackage: true });
  const { accounts } = known;
  for (const account of accounts) checkAccount(account, gs1Pattern);
  const { fields, answer } = settings.create ?? {};
  const sent = { packageId: 'packageId', ...CHARGE_FIELDS };
  const names = agreedNames({ presets: sent, agreed: fields, what: `${WHO}: create.fields`, optional: Object.keys(sent) });
  const answers = agreedNames({ presets: OFFER_FIELDS, agreed: answer, what: `${WHO}: create.answer` });

  return {
    name: 'okto-cash',
    route: OKTO_ROUTE,
    method: 'oktoCash',
    currencies: known.currencies,
    asks: [],
    terms: readTerms(settings.terms ?? true, WHO),
    requestsKyc: accounts.some(({ requestKyc }) => requestKyc),
    assign: (wanted) => assignAccount(accounts, settings.account, wanted, true),

    async create(charge) {
      const account = accountNamed(accounts, charge.account);
      const packageId = packageOf(account.packages, charge)?.packageId;
      if (packageId === undefined) throw new ProviderError('no-package');
      const { text, id, until } = await createAtOkto({ settings, known, account, names, more: { packageId } }, charge);
      if (id(answers.packageId) !== packageId) throw new ProviderError('bad-package');
      const paymentCode = text(answers.paymentCode) ?? '';
      if (!isBarcode({ gs1Pattern, packageId, paymentCode })) throw new ProviderError('bad-code');
      return { oktoCash: { packageId, paymentCode, gs1Pattern }, expiresAt: until(answers.expiresAt) } satisfies Offer;
    },

    read: (callback) => readOktoCallback(settings, known, callback),
  };
}

/** Whether these make an element string that a till reads. */
function isBarcode(voucher: Parameters<typeof voucherElements>[0]): boolean {
  try {
    return voucherElements(voucher).length > 0;
  } catch (error) {
    if (error instanceof Gs1Error) return false;
    throw error;
  }
}

/** Every package has to make a barcode with this pattern, for some length of payment code. */
function checkAccount({ name, packages }: KnownAccount, gs1Pattern: string): void {
  if (typeof gs1Pattern !== 'string') throw new TypeError(`${WHO}: gs1Pattern must be text`);
  for (const { packageId } of packages) {
    const codes = Array.from({ length: 20 }, (_, i) => '1'.repeat(i + 1));
    if (!codes.some((paymentCode) => isBarcode({ gs1Pattern, packageId, paymentCode }))) {
      throw new TypeError(`${WHO}: gs1Pattern makes no GS1 element string of the package id ${packageId} in accounts.${name}.transactionChannel`);
    }
  }
}
