import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { staticCode } from '../../src/formats/static-code.ts';
import { BuiltSite, Visit } from './built-site.ts';

/** What a test calls of the tag in a page. */
interface LiveTag {
  statusUrl: string;
  copy(): Promise<boolean>;
  create(): Promise<void>;
  refresh(): Promise<unknown>;
  remove(): void;
  requestUpdate(): void;
  updateComplete: Promise<unknown>;
  parentElement: { append(node: unknown): void };
}

interface State {
  /** `pix-qr` when left out. */
  readonly tag?: string;
  readonly attributes: string;
  /** What the shopper or the shop does to bring it there. */
  readonly reach?: (tag: LiveTag) => unknown;
  /** Stands once it is reached. */
  readonly shows: string;
}

const charge = (txid: string): string =>
  staticCode({ pixKey: '123e4567-e12b-12d1-a456-426655440000', merchantName: 'Padaria Exemplo', merchantCity: 'Curitiba', amount: '12.90', txid, description: '' });

/** R$ 12.90 to Padaria Exemplo. */
export const CODE = charge('ORD5023');
/** The browser of these pages refuses to copy this one. */
const REFUSED = charge('ORD5024');

const CODED = `code="${CODE}" amount="12.90" reference="ORD-5023" help-url="/help"`;
const ORDER = 'amount="12.90" reference="ORD-5023" merchant="Padaria Exemplo" help-url="/help"';
const ended = (status: string, more = ''): State => ({
  attributes: `${CODED} status-url="/is/${status}" create-url="/create/never?${status}" ${more}`, reach: (tag) => tag.refresh(), shows: '[part=result]',
});

const VOUCHER = 'package-id="8055348521276" payment-code="1234567" amount="10.00" currency="EUR" merchant="Example Games" reference="ORD-7741"';
const CASH = 'currency="EUR" merchant="Example Games" reference="ORD-7741" terms-url="/terms"';
const WALLET = 'code="OKTO-1234567890-ABCDEFGHIJ" amount="24.90" currency="EUR" merchant="Example Books" reference="ORD-6120" app-url="okto://approve/1" app-store-url="/ios" play-store-url="/android"';

const COLLECT = 'url="https://pay.example/p/1" upi="upi://pay?pa=example.crafts@okbank&amp;pn=Example%20Crafts&amp;am=499.00" amount="499.00" currency="INR" reference="ORD-9014" help-url="/help"';
const OCTOPUS = 'token="zjsdhd3" octopus-uri="octopus://payment?token=zjsdhd3" landing-url="https://web-test.online.octopus.com.hk/oos/payment/?token=zjsdhd3" amount="128.50" merchant="Example Tea" reference="ORD-3108" app-store-url="/ios" play-store-url="/android" help-url="/help"';

/** Every state that a shopper may meet, each reached as a shopper reaches it. */
export const STATES: Record<string, State> = {
  'a form': { attributes: `${ORDER} create-url="/create/never?form" ask="amount cpf"`, shows: 'form' },
  'a form with errors': { attributes: 'merchant="Padaria Exemplo" create-url="/create/never?errors" ask="amount cpf"', reach: (tag) => tag.create(), shows: '[aria-invalid=true]' },
  'a form that was refused': { attributes: `${ORDER} create-url="/create/refused"`, reach: (tag) => tag.create(), shows: '.notice' },
  'a form after a failure': { attributes: `${ORDER} create-url="/create/failed"`, reach: (tag) => tag.create(), shows: '.notice' },
  creating: { attributes: `${ORDER} create-url="/create/never?creating"`, reach: (tag) => void tag.create(), shows: '.blank [part=status]' },
  pending: { attributes: `${CODED} status-url="/is/pending?872"`, reach: (tag) => tag.refresh(), shows: '[part=clock]' },
  'pending, and nobody tells': { attributes: CODED, shows: '.lines' },
  'pending in test mode': { attributes: `${CODED} sandbox status-url="/is/pending?3700"`, reach: (tag) => tag.refresh(), shows: '[part=clock]' },
  'the last minutes': { attributes: `${CODED} status-url="/is/pending?100" create-url="/create/never?hurry"`, reach: (tag) => tag.refresh(), shows: '.warning [part=clock]' },
  'time is up': { attributes: `${CODED} status-url="/is/pending?0" create-url="/create/never?up"`, reach: (tag) => tag.refresh(), shows: '.warning[part=status]' },
  copied: { attributes: `${CODED} status-url="/is/pending?871"`, reach: (tag) => tag.copy(), shows: '.said' },
  'copying was refused': { attributes: `code="${REFUSED}" status-url="/is/pending?870"`, reach: (tag) => tag.copy(), shows: '.said' },
  'trouble on the network': { attributes: `${CODED} status-url="/is/failing"`, reach: (tag) => tag.refresh(), shows: '.notice' },
  offline: {
    attributes: `${CODED} status-url="/is/failing?offline"`,
    reach: async (tag) => {
      await tag.refresh();
      (globalThis as { offline?: boolean }).offline = true;
      tag.requestUpdate();
      await tag.updateComplete;
      (globalThis as { offline?: boolean }).offline = false;
    },
    shows: '.notice',
  },
  'a damaged code': { attributes: `code="${CODE}0" ${ORDER}`, shows: '[part=result]' },
  'another amount': { attributes: `code="${CODE}" amount="1.00" help-url="/help"`, shows: '[part=result]' },
  'a mistake of the shop': { attributes: `code="${CODE}" currency="USD" help-url="/help"`, shows: '[part=result]' },
  'lost track of': { attributes: `${CODED} status-url="/is/gone"`, reach: (tag) => void tag.refresh(), shows: '[part=result]' },
  processing: ended('processing'),
  paid: { attributes: `${CODED} status-url="/is/paid-second" success-url="/thanks"`, reach: async (tag) => (await tag.refresh(), await tag.refresh()), shows: 'dl' },
  failed: ended('failed'),
  'failed, and no new code': { attributes: `code="${CODE}" status-url="/is/failed?alone"`, reach: (tag) => tag.refresh(), shows: '[part=result]' },
  expired: ended('expired'),
  canceled: ended('canceled'),
  refunded: { attributes: `${CODED} status-url="/is/refunded"`, reach: (tag) => tag.refresh(), shows: '[part=result]' },
  'cash: terms': { tag: 'okto-cash-barcode', attributes: `${CASH} amount="10.00" create-url="/create/never?terms"`, shows: 'form' },
  'cash: terms and amounts, pressed too early': {
    tag: 'okto-cash-barcode', attributes: `${CASH} amounts="10.00 25.00 50.00" create-url="/create/never?early"`, reach: (tag) => tag.create(), shows: '[aria-invalid=true]',
  },
  'cash: bars': { tag: 'okto-cash-barcode', attributes: `${VOUCHER} status-url="/is/pending?604800" store-finder-url="/shops" help-url="/help"`, reach: (tag) => tag.refresh(), shows: '[part=readable]' },
  'cash: a damaged voucher': { tag: 'okto-cash-barcode', attributes: `${VOUCHER} gs1-pattern="010"`, shows: '[part=result]' },
  'cash: expired': { tag: 'okto-cash-barcode', attributes: `${VOUCHER} status-url="/is/expired?cash" create-url="/create/never?cash" help-url="/help"`, reach: (tag) => tag.refresh(), shows: '[part=result]' },
  'app: a code': { tag: 'okto-wallet-qr', attributes: `${WALLET} status-url="/is/pending?252"`, reach: (tag) => tag.refresh(), shows: '[part=clock]' },
  'collect: a page and a code': { tag: 'okpay-collect', attributes: `${COLLECT} status-url="/is/pending?1685"`, reach: (tag) => tag.refresh(), shows: '[part=clock]' },
  'collect: fields with errors': {
    tag: 'okpay-collect', attributes: 'create-url="/create/never?collect" amount="150000" currency="VND" pay-type="MOMO, BANK_QR" banks="VCB" merchant="Example Crafts"', reach: (tag) => tag.create(), shows: '[aria-invalid=true]',
  },
  'octopus: a code': { tag: 'octopus-pay', attributes: `${OCTOPUS} status-url="/is/pending?581"`, reach: (tag) => tag.refresh(), shows: '[part=clock], .stub > .main' },
  'octopus: the landing page': { tag: 'octopus-pay', attributes: `${OCTOPUS} desktop="landing" status-url="/is/pending?582"`, reach: (tag) => tag.refresh(), shows: '[part=clock]' },
  'octopus: a wrong amount': { tag: 'octopus-pay', attributes: 'amount="128.53" create-url="/create/never?octopus" help-url="/help"', shows: '[part=result]' },
};

/** What cannot be found for ten seconds is lost track of; these ten seconds pass before the other states are reached. */
const SLOW = 'lost track of';
/** What stands for a few seconds only is reached last. */
const BRIEF = ['creating', 'copied', 'copying was refused'];

/** Runs before any script of the page: what a shopper's browser may refuse, and a page that stays. */
const BROWSER = `
  globalThis.offline = false;
  Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => !globalThis.offline });
  Clipboard.prototype.writeText = (text) => text.includes('ORD5024') ? Promise.reject(new DOMException('refused', 'NotAllowedError')) : Promise.resolve();
  addEventListener('payment-redirect', (event) => event.preventDefault());
`;

/** Answers as the servers of all these states do. */
export function stateSite(): Promise<BuiltSite> {
  const asked = new Map<string, number>();
  return BuiltSite.open((path, request) => {
    const { search, href } = new URL(request.url);
    const [, kind, name = ''] = path.split('/');
    if (kind === 'create') return name === 'never' ? new Promise(() => undefined) : created(name);
    if (kind !== 'is') return undefined;
    const visitor = `${request.headers.get('referer') ?? ''} ${href}`;
    const times = (asked.get(visitor) ?? 0) + 1;
    asked.set(visitor, times);
    if (name === 'gone') return new Response(null, { status: 404 });
    if (name === 'failing') return new Response(null, { status: 503, headers: { 'retry-after': '300' } });
    const status = name === 'paid-second' ? (times === 1 ? 'pending' : 'paid') : name;
    const left = Number(search.slice(1)) * 1000;
    const expiresAt = status === 'pending' && search ? { expiresAt: new Date(Date.now() + left).toISOString() } : {};
    return Response.json({ status, serverTime: new Date().toISOString(), ...expiresAt });
  });
}

function created(name: string): Response {
  if (name === 'failed') return new Response(null, { status: 500 });
  return Response.json({ code: 'refused', message: 'We cannot take a payment of this amount right now.' }, { status: 422 });
}

interface Look {
  readonly lang?: string;
  /** The page's style sheet: how wide the column is in which each tag stands, above all. */
  readonly css?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly options?: BrowserContextOptions;
  readonly prepare?: (page: Page) => Promise<void>;
  /** Only these; default is every one. */
  readonly states?: readonly string[];
}

/** One page with every state side by side, each reached. */
export async function visitStates(browser: Browser, site: BuiltSite, { lang = 'en', css = '', dir = 'ltr', options = {}, prepare, states = Object.keys(STATES) }: Look = {}): Promise<Visit> {
  const tags = states
    .map((name, index) => ({ id: `state-${index}`, ...STATES[name]! }))
    .map(({ id, tag = 'pix-qr', attributes }) => `<section><${tag} id="${id}" class="tag" ${attributes}></${tag}></section>`)
    .join('');
  const body = `<main dir="${dir}"><h1>A shop</h1>${tags}</main>`;
  const visit = await Visit.of(browser, site.page({ body, lang, css }), options, async (page) => {
    await page.clock.install();
    await page.addInitScript({ content: BROWSER });
    await prepare?.(page);
  });
  const at = (name: string): Locator => visit.page.locator(`#state-${states.indexOf(name)}`);
  const reach = async (name: string): Promise<void> => void (await at(name).evaluate((STATES[name]!.reach ?? (() => undefined)) as (tag: unknown) => unknown));
  const shown = (name: string): Locator => at(name).locator(STATES[name]!.shows).first();
  await visit.until('every tag is alive', () => visit.page.evaluate(`![...document.querySelectorAll('.tag')].some((tag) => !tag.life)`));
  if (states.includes(SLOW)) {
    await reach(SLOW);
    await visit.until(SLOW, async () => {
      await visit.page.clock.runFor(2_000);
      return shown(SLOW).isVisible();
    });
  }
  const brief = (name: string): boolean => BRIEF.includes(name);
  for (const turn of [states.filter((name) => name !== SLOW && !brief(name)), states.filter(brief)]) {
    await Promise.all(turn.map(reach));
    await Promise.all(turn.map((name) => shown(name).waitFor()));
  }
  // From here on nothing changes by itself: no clock runs down, no word goes away.
  await visit.page.clock.pauseAt(new Date((await visit.page.evaluate<number>('Date.now()')) + 1_000));
  return visit;
}

/** The states that do not stand (any more) on the page with all of them. */
export async function gone(visit: Visit): Promise<string[]> {
  const names = Object.keys(STATES);
  const stands = await Promise.all(names.map((name, index) => visit.page.locator(`#state-${index}`).locator(STATES[name]!.shows).first().isVisible()));
  return names.filter((_, index) => !stands[index]);
}
