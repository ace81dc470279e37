import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { json, oktoPage, READABLE, settle, STATUS_URL, type Tag, until, VOUCHER } from './okto-harness.ts';
import '../../src/ui/till/till.ts';
import { promised } from './scripted-time.ts';

const page = oktoPage();
const CODED = { 'package-id': VOUCHER.packageId, 'payment-code': VOUCHER.paymentCode, amount: '10.00', merchant: 'Example Games', reference: 'ORD-7741', 'status-url': STATUS_URL };

const dialogOf = (tag: Tag) => tag.root.querySelector('dialog');
const wordsOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
const buttonOf = (tag: Tag) => [...tag.root.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Show at the till'));
const marked = () => Boolean((history.state as Record<string, unknown> | null)?.['paytags-till']);

async function opened(attributes: Record<string, string> = {}): Promise<Tag> {
  const tag = await page.cash({ ...CODED, ...attributes });
  buttonOf(tag)!.focus();
  await tag.press('Show at the till');
  await until('the view', () => dialogOf(tag));
  return tag;
}

/** The server says so from now on, and the tag asks. */
async function told(tag: Tag, answer: Record<string, unknown>): Promise<void> {
  page.server.nowAnswers({ serverTime: page.time.iso(), ...answer });
  await (tag.element as unknown as { refresh(): Promise<unknown> }).refresh();
  await settle();
}

/** The entry is gone once the page has been calm for a while; the browser takes it away in its own time. */
async function entryGone(): Promise<void> {
  await page.time.advance(300);
  await until('the entry is gone', () => !marked());
  await settle();
}

/** Puts something in place of what the browser has, until the end of the test. */
const replaced: (() => void)[] = [];
function replace(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  replaced.push(() => (before ? Object.defineProperty(target, name, before) : delete (target as Record<string, unknown>)[name]));
}

/** Wake locks as a browser gives them, and how many are held. */
class Locks {
  asked = 0;
  held = 0;
  readonly wakeLock = { request: () => this.request() };
  request = (): Promise<unknown> => {
    this.asked++;
    return Promise.resolve(this.given());
  };
  given(): unknown {
    this.held++;
    return { release: async () => void this.held-- };
  }
}

describe('<okto-cash-barcode>: the view for the till', () => {
  let locks: Locks;
  let heard: unknown[];
  const router = ({ state }: PopStateEvent) => void heard.push(state);
  beforeEach(() => {
    locks = new Locks();
    heard = [];
    replace(navigator, 'wakeLock', locks.wakeLock);
    history.replaceState({ router: { idx: 3 } }, '');
    addEventListener('popstate', router);
  });
  afterEach(async () => {
    for (const undo of replaced.splice(0).reverse()) undo();
    for (const tag of document.querySelectorAll('okto-cash-barcode')) tag.remove();
    await entryGone();
    removeEventListener('popstate', router);
    history.replaceState(null, '');
  });

  it('says who, how much, what the bars say and the code to read out; it has a name, and the focus is on Close', async () => {
    const tag = await opened();
    const dialog = dialogOf(tag)!;
    expect([dialog.matches(':modal'), dialog.ariaLabel, dialog.lang]).to.deep.equal([true, 'Pay in cash with OKTO Cash', 'en']);
    expect(wordsOf(dialog)).to.match(/^Close Example Games · Order ORD-7741 €10\.00 /).and.to.contain(READABLE).and.to.contain('Turn the brightness all the way up Payment code 1234567');
    expect([tag.root.activeElement, [...dialog.querySelectorAll('i')].map(wordsOf)]).to.deep.equal([dialog.querySelector('button'), ['123', '4567']]);
    const { width, height } = dialog.querySelector('button')!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
    expect(dialog.querySelector('svg[role="img"]')!.getAttribute('aria-label')).to.equal(tag.symbol!.getAttribute('aria-label'));
    expect(dialog.querySelector('svg[role="img"] path')!.getAttribute('d')).to.equal([...tag.symbol!.querySelectorAll('path')].at(-1)!.getAttribute('d'));
  });

  it('is white and covers the window on a dark page that turns, colours and hides what it can', async () => {
    const style = document.createElement('style');
    style.textContent = 'okto-cash-barcode { color-scheme: dark; --paytags-color: #fff; transform: rotate(3deg); opacity: .5; overflow: hidden; text-transform: uppercase; letter-spacing: 1em }';
    document.head.append(style);
    try {
      const dialog = dialogOf(await opened())!;
      const { x, y, width, height } = dialog.firstElementChild!.getBoundingClientRect();
      expect([x, y, width, height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
      const { backgroundColor, color, textTransform } = getComputedStyle(dialog.firstElementChild!);
      expect([backgroundColor, color, textTransform, getComputedStyle(dialog).colorScheme]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'none', 'light only']);
    } finally {
      style.remove();
    }
  });

  for (const [how, close] of [
    ['Close', (tag: Tag) => tag.press('Close')],
    ['Escape', () => sendKeys({ press: 'Escape' })],
    ['the browser’s own way out of its full screen', async (tag: Tag) => void dialogOf(tag)!.firstElementChild!.dispatchEvent(new Event('fullscreenchange'))],
    ['Back', async () => history.back()],
  ] as const) {
    it(`${how} closes it: focus, history, scrolling and screen are as before, and the page’s router has heard of nothing but what it knows`, async () => {
      const sheets = document.adoptedStyleSheets.length;
      const tag = await opened();
      expect([marked(), history.state, locks.held, getComputedStyle(document.documentElement).overflow]).to.deep.equal([true, { router: { idx: 3 }, 'paytags-till': true }, 1, 'hidden']);
      await close(tag);
      await until('closed', () => !dialogOf(tag));
      await until('the entry is gone', () => !marked());
      await settle();
      expect(tag.root.activeElement).to.equal(buttonOf(tag));
      expect([heard, history.state, locks.held, document.adoptedStyleSheets.length]).to.deep.equal([[{ router: { idx: 3 } }], { router: { idx: 3 } }, 0, sheets]);
    });
  }

  it('opens once however often it is asked for, and again after it was closed', async () => {
    const tag = await opened();
    const { length } = history;
    const element = tag.element as unknown as { showAtTill(): Promise<void> };
    await element.showAtTill();
    expect([tag.root.querySelectorAll('dialog').length, history.length, locks.asked]).to.deep.equal([1, length, 1]);
    await tag.press('Close');
    await entryGone();
    await element.showAtTill();
    expect([tag.root.querySelectorAll('dialog').length, history.length, marked()]).to.deep.equal([1, length, true]);
  });

  it('after a reload the entry that stands there is taken for its own', async () => {
    history.pushState({ router: { idx: 3 }, 'paytags-till': true }, '');
    const { length } = history;
    const tag = await opened();
    expect(history.length).to.equal(length);
    await tag.press('Close');
    await entryGone();
    expect([heard, history.state]).to.deep.equal([[{ router: { idx: 3 } }], { router: { idx: 3 } }]);
  });

  for (const [status, said] of [['paid', 'Paid'], ['processing', 'Checking your payment'], ['expired', 'This barcode has expired'], ['canceled', 'Payment canceled']] as const) {
    it(`${status} closes it, the panel has the focus and the region in the page speaks; the entry goes once the page is calm`, async () => {
      const tag = await opened();
      await told(tag, { status });
      expect([dialogOf(tag), tag.root.activeElement, locks.held, marked()]).to.deep.equal([null, tag.part('panel'), 0, true]);
      await page.time.advance(0);
      expect([tag.root.querySelectorAll('[role="status"]').length, tag.said]).to.satisfy(([regions, text]: [number, string]) => regions === 1 && text.startsWith(said));
      await entryGone();
      expect(heard).to.deep.equal([{ router: { idx: 3 } }]);
    });
  }

  it('a failure closes it and alarms', async () => {
    const tag = await opened();
    await told(tag, { status: 'failed' });
    expect([dialogOf(tag), tag.root.activeElement, wordsOf(tag.root.querySelector('[role="alert"]')!)]).to.satisfy(([dialog, focused, alarm]: [unknown, unknown, string]) => !dialog && focused === tag.part('panel') && alarm.includes('did not go through'));
  });

  for (const [what, happens] of [
    ['the time is up', () => page.time.advance(61_000)],
    ['another voucher that is none', (tag: Tag) => tag.set({ 'payment-code': '12345678' })],
    ['the server does not know it any more', async (tag: Tag) => {
      page.server.nowAnswers(json('', 404));
      for (let times = 0; times < 6; times++) await (tag.element as unknown as { refresh(): Promise<unknown> }).refresh();
      await page.time.advance(60_000);
    }],
  ] as const) {
    it(`${what}: it closes`, async () => {
      page.server.answers(() => json({ status: 'pending', serverTime: page.time.iso() })());
      const tag = await opened({ 'expires-at': page.time.iso(60_000) });
      await tag.element.updateComplete;
      expect(dialogOf(tag)).to.not.equal(null);
      await happens(tag);
      await settle();
      expect([dialogOf(tag), locks.held]).to.deep.equal([null, 0]);
    });
  }

  it('another voucher, language or amount is shown as it comes', async () => {
    const tag = await opened();
    await tag.set({ 'payment-code': '7654321', amount: '12.50' });
    expect(wordsOf(dialogOf(tag)!)).to.contain('€12.50').and.to.contain('1000000000000' + '7654321');
    tag.element.parentElement!.lang = 'el';
    await until('Greek', () => dialogOf(tag)!.lang === 'el');
  });

  it('speaks while it is open, in a region of its own, and says nothing again when it is closed', async () => {
    const tag = await opened();
    page.server.nowAnswers(new TypeError('Failed to fetch'));
    await (tag.element as unknown as { refresh(): Promise<unknown> }).refresh();
    await page.time.advance(30_000);
    expect(wordsOf(dialogOf(tag)!.querySelector('[role="status"]')!)).to.match(/We can’t reach the shop|offline/);
    await tag.press('Close');
    await page.time.advance(0);
    expect([tag.said, tag.root.querySelectorAll('[role="status"]').length]).to.deep.equal(['', 1]);
  });

  it('without a code that can be paid nothing opens, and the console says so', async () => {
    const { warn } = console;
    const warned: unknown[] = [];
    console.warn = (text: unknown) => void warned.push(text);
    try {
      const tag = await page.cash({ 'create-url': '/payments' });
      await (tag.element as unknown as { showAtTill(): Promise<void> }).showAtTill();
      expect([dialogOf(tag), marked(), locks.asked, warned]).to.deep.equal([null, false, 0, ['<okto-cash-barcode> showAtTill(): there is no code that can be paid.']]);
    } finally {
      console.warn = warn;
    }
  });

  for (const [what, leave] of [['leaves the page', (tag: Tag) => tag.element.remove()], ['is moved', (tag: Tag) => tag.element.parentElement!.prepend(tag.element)]] as const) {
    it(`a tag that ${what} closes it, and nothing of it stays`, async () => {
      const sheets = document.adoptedStyleSheets.length;
      const tag = await opened();
      leave(tag);
      await settle();
      await tag.element.updateComplete;
      expect([dialogOf(tag), locks.held, document.adoptedStyleSheets.length, getComputedStyle(document.documentElement).overflow]).to.deep.equal([null, 0, sheets, 'visible']);
      await entryGone();
      expect(heard).to.deep.equal([{ router: { idx: 3 } }]);
      await page.show(true);
      await page.show(false);
      expect(locks.asked).to.equal(1);
    });
  }
});

describe('<okto-cash-barcode>: the view for the till and a page that goes on', () => {
  let heard: unknown[];
  const router = ({ state }: PopStateEvent) => void heard.push(state);
  const { href } = location;
  beforeEach(() => {
    heard = [];
    history.replaceState({ idx: 0 }, '');
    addEventListener('popstate', router);
  });
  afterEach(() => {
    removeEventListener('popstate', router);
    history.replaceState(null, '', href);
  });

  for (const [when, act] of [
    ['at once', (go: () => void) => go()],
    ['a moment later', (go: () => void) => void setTimeout(go, 100)],
  ] as const) {
    for (const how of ['pushState', 'replaceState'] as const) {
      it(`${how} ${when} after paid: that is where it stays`, async () => {
        const tag = await opened();
        tag.element.addEventListener('payment-paid', () => act(() => history[how]({ idx: 1 }, '', '?thanks')));
        await told(tag, { status: 'paid' });
        await page.time.advance(1_000);
        await settle();
        expect([location.search, history.state, dialogOf(tag), heard]).to.deep.equal(['?thanks', { idx: 1 }, null, []]);
      });
    }
  }

  it('a page that goes on behind the view, and comes back: the view stays, the router hears of its own entry, and Back closes the view', async () => {
    const tag = await opened();
    history.pushState({ idx: 1 }, '', '?behind');
    history.back();
    await until('the router has heard', () => heard.length);
    expect([Boolean(dialogOf(tag)), location.search === '?behind']).to.deep.equal([true, false]);
    history.back();
    await until('closed', () => !dialogOf(tag));
    expect([heard, history.state]).to.deep.equal([[{ idx: 0, 'paytags-till': true }, { idx: 0 }], { idx: 0 }]);
  });

  it('a browser that does not tell where a page goes keeps the entry after paid', async () => {
    replace(globalThis, 'navigation', undefined);
    try {
      const tag = await opened();
      await told(tag, { status: 'paid' });
      await page.time.advance(1_000);
      await settle();
      expect([dialogOf(tag), marked()]).to.deep.equal([null, true]);
    } finally {
      for (const undo of replaced.splice(0)) undo();
    }
  });
});

describe('<okto-cash-barcode>: the view for the till where the browser has less', () => {
  const refusal = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  const never = () => new Promise(() => undefined);
  const throws = () => {
    throw new DOMException('no', 'SecurityError');
  };
  let unhandled: unknown[] = [];
  const note = ({ reason }: PromiseRejectionEvent) => void unhandled.push(reason);
  const { href } = location;
  before(() => addEventListener('unhandledrejection', note));
  after(() => removeEventListener('unhandledrejection', note));
  beforeEach(() => void (unhandled = []));
  afterEach(async () => {
    for (const undo of replaced.splice(0).reverse()) undo();
    await until('the entry is gone', () => !marked());
    history.replaceState(null, '', href);
  });

  for (const [what, request] of Object.entries({ missing: undefined, refusing: refusal, 'never answering': never, throwing: throws })) {
    for (const [api, target, name, value] of [
      ['wake lock', navigator, 'wakeLock', request && { request }],
      ['full screen', Element.prototype, 'requestFullscreen', request],
      ['orientation', screen, 'orientation', request && { lock: request, unlock: () => undefined }],
      ['history', history, 'pushState', request && throws],
    ] as const) {
      it(`${api} ${what}: it opens and closes all the same`, async () => {
        replace(Element.prototype, 'requestFullscreen', () => Promise.resolve());
        replace(target, name, value);
        const tag = await opened();
        expect(dialogOf(tag)!.matches(':modal')).to.equal(true);
        await page.show(true);
        await page.show(false);
        await tag.press('Close');
        expect([dialogOf(tag), tag.root.activeElement, page.complaints, unhandled]).to.deep.equal([null, buttonOf(tag), [], []]);
      });
    }
  }

  it('keeps the screen awake while it is seen: let go when hidden, asked for again, let go when closed', async () => {
    const locks = new Locks();
    replace(navigator, 'wakeLock', locks.wakeLock);
    const tag = await opened();
    expect([locks.asked, locks.held]).to.deep.equal([1, 1]);
    await page.show(true);
    expect([locks.asked, locks.held]).to.deep.equal([1, 0]);
    await page.show(false);
    expect([locks.asked, locks.held]).to.deep.equal([2, 1]);
    await tag.press('Close');
    expect([locks.asked, locks.held]).to.deep.equal([2, 0]);
    await page.show(true);
    await page.show(false);
    expect(locks.asked).to.equal(2);
  });

  it('a lock that comes after it was hidden or closed is given back', async () => {
    const locks = new Locks();
    const late = [promised<unknown>(), promised<unknown>()];
    const given = [...late];
    locks.request = () => given.shift()!.promise;
    replace(navigator, 'wakeLock', locks.wakeLock);
    const tag = await opened();
    await page.show(true);
    await page.show(false);
    await tag.press('Close');
    for (const { resolve } of late) resolve(locks.given());
    await settle();
    expect(locks.held).to.equal(0);
  });

  it('asks for landscape in full screen, and gives it back, be it early or late', async () => {
    const asked: string[] = [];
    const granted = promised<void>();
    replace(Element.prototype, 'requestFullscreen', function (this: Element) {
      asked.push(this.className);
      return Promise.resolve();
    });
    const orientation = { lock: (to: string) => (asked.push(to), granted.promise), unlock: () => void asked.push('unlock') };
    replace(screen, 'orientation', orientation);
    const early = await opened();
    granted.resolve();
    await settle();
    await early.press('Close');
    expect(asked.splice(0)).to.deep.equal(['till', 'landscape', 'unlock']);
    await until('the entry is gone', () => !marked());
    const slow = promised<void>();
    orientation.lock = () => slow.promise;
    const late = await opened();
    await late.press('Close');
    slow.resolve();
    await settle();
    expect(asked).to.deep.equal(['till', 'unlock']);
  });
});
