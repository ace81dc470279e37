import { randomBytes } from 'node:crypto';
import { brCodeAmount, decodeBrCode } from '../src/formats/brcode.ts';
import { createOktoPixSandbox, createOktoSandbox, type OktoPixSandbox, type OktoSandbox } from '../src/sandbox.ts';
import type { OktoCashSettings, OktoWalletSettings } from '../src/server.ts';

/** The providers' own sides, and the settings by which the shops reach OKTO. */
export interface Providers {
  readonly pix: OktoPixSandbox;
  readonly okto: OktoSandbox;
  readonly games: OktoCashSettings;
  readonly books: OktoWalletSettings;
}

/** What the game shop sells, each amount by its package: the first id is that of PaymentIQ's document. */
const PACKAGES = 'IT_EUR_1000->8055348521276,IT_EUR_2500->8055348521283,IT_EUR_5000->8055348521290';

/** Opens the providers at this address, with secrets that live as long as the process. */
export function openProviders(url: string): Providers {
  const pix = createOktoPixSandbox({
    baseUrl: `${url}/sandbox`,
    accessToken: secret(),
    notification: { header: 'x-okto-signature', scheme: 'hmac-sha256', secret: secret() },
    callbackUrl: `${url}/callbacks/okto-pix`,
    merchant: { name: 'Padaria Exemplo', city: 'Sao Paulo' },
  });
  const games = { merchantId: 'example-games', secretKey: secret(), notificationSecret: secret(), transactionChannel: PACKAGES };
  const books = { merchantId: 'example-books', secretKey: secret(), notificationSecret: secret() };
  const okto = createOktoSandbox({
    baseUrl: `${url}/okto`,
    accounts: { games, books },
    notification: { header: 'x-okto-key', scheme: 'hmac-sha256' },
    // On a telephone the link to the app shows the demo's own one: the page it comes from, which hears of the fragment.
    wallet: { appUrl: `${url}/#app/` },
  });
  return {
    pix,
    okto,
    games: { ...okto.settings, accounts: { games }, descriptor: 'Example Games' },
    books: { ...okto.settings, accounts: { books }, descriptor: 'Example Books', currencies: ['EUR'] },
  };
}

/** What a bank reads in a code that names a key and no address: nobody has to be asked. `undefined` for any other code. */
export function readStaticCode(text: string) {
  try {
    const code = decodeBrCode(text);
    if (code.kind !== 'static') return undefined;
    const { key, description, merchantName: payee, merchantCity: city } = code;
    return { isStatic: true, payee, city, key, note: description, amount: brCodeAmount(code), currency: 'BRL' };
  } catch {
    return undefined;
  }
}

const secret = (): string => randomBytes(32).toString('base64url');
