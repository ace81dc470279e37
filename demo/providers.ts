import { brCodeAmount, decodeBrCode } from '../src/formats/brcode.ts';
import { createCheckoutSandbox, createOktoPixSandbox, createOktoSandbox, type OktoSandbox } from '../src/sandbox.ts';
import { checkoutOctopus, okpayCollect, oktoCash, oktoPix, oktoWallet, type Provider } from '../src/server.ts';
import { openCollect } from './collect.ts';
import { openOkpayLink } from './okpay-link.ts';
import { secret } from './secret.ts';

/** A provider's own side, with whoever pays there. */
export type Side = Pick<OktoSandbox, 'handle' | 'settled'>;

/** How the shops reach their providers, and the providers' own sides by the first part of their addresses. */
export interface Providers {
  readonly providers: readonly Provider[];
  readonly sides: ReadonlyMap<string, Side>;
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
  const checkout = createCheckoutSandbox({
    baseUrl: `${url}/checkout`,
    ...{ secretKey: secret(), webhookKey: secret(), authorizationKey: secret() },
    callbackUrl: `${url}/callbacks/checkout`,
    shop: 'Example Tea',
  });
  const back = `${url}/demo/back.html`;
  const link = openOkpayLink(url);
  const collect = openCollect({ baseUrl: `${url}/okpay`, mchId: '1000001', key: secret(), returnUrl: back });
  return {
    providers: [
      oktoPix(pix.settings),
      oktoCash({ ...okto.settings, accounts: { games }, descriptor: 'Example Games' }),
      oktoWallet({ ...okto.settings, accounts: { books }, descriptor: 'Example Books', currencies: ['EUR'] }),
      checkoutOctopus({ ...checkout.settings, successUrl: back, failureUrl: back }),
      okpayCollect(collect.settings),
      link.provider,
    ],
    sides: new Map<string, Side>(Object.entries({ sandbox: pix, okto, checkout, okpay: collect, 'okpay-checkout': link })),
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
