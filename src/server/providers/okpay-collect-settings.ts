import type { OkpayCollectClientSettings } from './okpay-collect-client.ts';
import type { Complain } from './okpay-complaint.ts';
import { wantsBank } from './okpay-collect-payer.ts';

/** Codes by the currency that they are for, as the merchant back office lists them. */
export type CodesByCurrency = Readonly<Record<string, readonly string[]>>;

/** Settings of OKPAY Collect and Pay. */
export interface OkpayCollectSettings extends OkpayCollectClientSettings {
  /** The pay types on offer, by ISO 4217: `{ INR: ['UPI'] }`. The page names one; where there is one alone it may leave it out. */
  readonly payTypes: CodesByCurrency;
  /** The banks that a payer may choose, by ISO 4217; needed for BANK_QR, BANK_TRANSFER and BANK_ONLINE of VND. */
  readonly banks?: CodesByCurrency;
  /** Where the payer comes back to unless the page says otherwise; an https address. */
  readonly returnUrl: string;
  /** The origins that a page may have the payer come back to, such as `https://shop.example`; that of `returnUrl` when left out. */
  readonly returnOrigins?: readonly string[];
  /** The hosts that payment pages may have, such as `pay.example`; that of `baseUrl` when left out. */
  readonly hosts?: readonly string[];
  /** The whole plain text that tells the platform that a callback has arrived; `success` when left out. */
  readonly reply?: string;
  /** Names of parameters that OKPAY sends in callbacks besides the document's; any other unknown one makes a callback wrong. */
  readonly moreParameters?: readonly string[];
  /** Answers a customer's complaint with who that is; without it there is no such address. */
  readonly complaint?: Complain;
}

/** Settings that have been read. */
export interface KnownCollectSettings {
  readonly currencies: readonly string[];
  readonly payTypes: CodesByCurrency;
  readonly banks: CodesByCurrency;
  readonly returnUrl: string;
  readonly reply: string;
  readonly moreParameters: readonly string[];
  /** Whether a payer may come back there; the address as a page has named it. */
  readonly mayReturnTo: (address: string) => boolean;
  /** Whether an answer's `url` may be followed. */
  readonly mayPayAt: (address: string) => boolean;
}

const WHO = 'okpayCollect';

/** Reads the settings; throws a TypeError that names the one that cannot work. */
export function readCollectSettings(settings: OkpayCollectSettings): KnownCollectSettings {
  const { baseUrl, returnUrl, reply = 'success', moreParameters = [], complaint } = settings;
  const payTypes = codes(settings.payTypes, 'payTypes');
  const banks = codes(settings.banks ?? {}, 'banks');
  const currencies = Object.keys(payTypes);
  if (!currencies.length) throw new TypeError(`${WHO}: payTypes is empty: say which your merchant back office lists, such as { INR: ['UPI'] }`);
  for (const currency of currencies) {
    const wanting = payTypes[currency]!.find((payType) => wantsBank(currency, payType));
    if (wanting && !banks[currency]?.length) throw new TypeError(`${WHO}: banks.${currency} is required for the pay type ${wanting}`);
  }
  if (!isAddress(returnUrl)) throw new TypeError(`${WHO}: returnUrl must be an https address without user`);
  if (typeof reply !== 'string' || !/^[\x20-\x7e]{1,64}$/.test(reply)) throw new TypeError(`${WHO}: reply must be visible ASCII, such as success`);
  if (!Array.isArray(moreParameters) || !moreParameters.every((name) => /^\w{1,64}$/.test(String(name)))) {
    throw new TypeError(`${WHO}: moreParameters must be names of parameters`);
  }
  if (complaint !== undefined && typeof complaint !== 'function') throw new TypeError(`${WHO}: complaint must be a function`);
  const origins = settings.returnOrigins ?? [new URL(returnUrl).origin];
  if (!Array.isArray(origins) || !origins.every((origin) => isAddress(origin) && new URL(origin).origin === origin)) {
    throw new TypeError(`${WHO}: returnOrigins must be origins such as https://shop.example, without a path`);
  }
  const base = new URL(baseUrl);
  const hosts = settings.hosts ?? [base.host];
  if (!Array.isArray(hosts) || !hosts.length || !hosts.every((host) => URL.canParse(`https://${host}`) && new URL(`https://${host}`).host === host)) {
    throw new TypeError(`${WHO}: hosts must be such as pay.example, in small letters`);
  }
  return {
    ...{ currencies, payTypes, banks, returnUrl, reply, moreParameters },
    // A page writes it, so it must not hold what would look like the end of a parameter in what is signed.
    mayReturnTo: (address) => isAddress(address) && !address.includes('&') && origins.includes(new URL(address).origin),
    mayPayAt: (address) => isAddress(address, base.protocol) && hosts.includes(new URL(address).host),
  };
}

/** Whether it is https, or what is said besides, without user and without what a browser would read in another way. */
function isAddress(address: unknown, protocol = 'https:'): boolean {
  if (typeof address !== 'string' || address.length > 2048 || !/^[\x21-\x5b\x5d-\x7e]+$/.test(address) || !URL.canParse(address)) return false;
  const url = new URL(address);
  const local = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return (url.protocol === 'https:' || local || url.protocol === protocol) && !url.username && !url.password;
}

function codes(lists: CodesByCurrency, name: string): CodesByCurrency {
  for (const [currency, list] of Object.entries(Object(lists) as CodesByCurrency)) {
    if (!/^[A-Z]{3}$/.test(currency)) throw new TypeError(`${WHO}: ${name} must be by ISO 4217, such as INR`);
    if (!Array.isArray(list) || !list.length || !list.every((code) => /^[\w.-]{1,64}$/.test(String(code)))) {
      throw new TypeError(`${WHO}: ${name}.${currency} must be a list of codes`);
    }
  }
  return { ...lists };
}
