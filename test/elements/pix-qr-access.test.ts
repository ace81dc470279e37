import { expect } from '@open-wc/testing';
import { CODE, json, pageOfEachTest, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const ALL = { code: CODE, 'status-url': STATUS_URL, 'help-url': 'https://shop.example/help', reference: 'ORD-5023', sandbox: '' };
const FORM = { 'create-url': '/payments', ask: 'amount cpf', 'help-url': 'https://shop.example/help' };

const answered = (status: string) => async (lang: string): Promise<Tag> => {
  page.server.answers({ status, serverTime: page.time.iso(), message: 'Olá' });
  const tag = await page.tag({ ...ALL, 'create-url': '/payments', 'success-url': '/thanks' }, { lang });
  await tag.element.refresh();
  return tag;
};

/** Every state that a shopper may meet, each reached as a shopper reaches it. */
const STATES: Record<string, (lang: string) => Promise<Tag>> = {
  'idle with a form': (lang) => page.tag(FORM, { lang }),
  'a form with errors': async (lang) => {
    const tag = await page.tag(FORM, { lang });
    tag.root.querySelector('form')!.requestSubmit();
    return tag;
  },
  'a form after a failure': async (lang) => {
    page.server.answers(json('', 500));
    const tag = await page.tag({ 'create-url': '/payments' }, { lang });
    await tag.element.create();
    return tag;
  },
  creating: async (lang) => {
    page.server.answers('never');
    const tag = await page.tag({ 'create-url': '/payments' }, { lang });
    void tag.element.create();
    return tag;
  },
  pending: (lang) => page.tag({ ...ALL, 'expires-at': page.time.iso(900_000) }, { lang }),
  'the last minutes': async (lang) => {
    page.server.answers({ status: 'pending', serverTime: page.time.iso() });
    return page.tag({ ...ALL, 'create-url': '/payments', 'expires-at': page.time.iso(60_000) }, { lang });
  },
  'time is up': async (lang) => {
    page.server.answers({ status: 'pending', serverTime: page.time.iso() });
    return page.tag({ ...ALL, 'expires-at': page.time.iso(-1_000) }, { lang });
  },
  'copied or selected': async (lang) => {
    const tag = await page.tag(ALL, { lang });
    await tag.element.copy();
    return tag;
  },
  'trouble on the network': async (lang) => {
    page.server.answers(new TypeError('Failed to fetch'));
    const tag = await page.tag(ALL, { lang });
    await tag.element.refresh();
    return tag;
  },
  'a damaged code': (lang) => page.tag({ ...ALL, code: `${CODE}0` }, { lang }),
  'another amount': (lang) => page.tag({ ...ALL, amount: '1.00' }, { lang }),
  processing: answered('processing'),
  paid: answered('paid'),
  failed: answered('failed'),
  expired: answered('expired'),
  canceled: answered('canceled'),
  refunded: answered('refunded'),
};

describe('<pix-qr>: what assistive technology is told', () => {
  it('one region speaks politely, it stands there before it speaks, and each state is said once', async () => {
    page.server.answers({ status: 'pending' }, { status: 'processing' }, { status: 'paid' });
    const tag = await page.tag(ALL);
    const regions = tag.root.querySelectorAll('[role="status"], [aria-live]');
    expect(regions).to.have.length(1);
    const said: string[] = [];
    const listening = new MutationObserver(() => said.push(tag.said));
    listening.observe(regions[0]!, { subtree: true, childList: true, characterData: true });
    await page.time.advance(30_000);
    listening.disconnect();
    expect(tag.root.querySelectorAll('[role="status"]')[0], 'the same region').to.equal(regions[0]);
    expect(said).to.have.length(2);
    expect(said[0]).to.match(/^Checking your payment/);
    expect(said[1]).to.match(/^Paid/);
  });

  for (const status of ['paid', 'expired', 'canceled', 'processing', 'refunded', 'pending']) {
    it(`${status} alarms nobody`, async () => {
      const tag = await answered(status)('en');
      expect(tag.root.querySelector('[role="alert"]')).to.equal(null);
    });
  }

  it('the panel is a group with the name of the method, in the language of its words', async () => {
    for (const [lang, heading] of [['en', 'Pay with Pix'], ['pt-BR', 'Pague com Pix']] as const) {
      const panel = (await page.tag(ALL, { lang })).part('panel')!;
      expect([panel.role, panel.ariaLabel, panel.lang]).to.deep.equal(['group', heading, lang]);
    }
  });

  it('drawings beside words are hidden from it', async () => {
    for (const reach of Object.values(STATES)) {
      const tag = await reach('en');
      for (const drawing of tag.root.querySelectorAll('svg:not([part="symbol"])')) expect(drawing.getAttribute('aria-hidden')).to.equal('true');
      tag.element.remove();
    }
  });

  it('every button and link has its words in sight', async () => {
    for (const [state, reach] of Object.entries(STATES)) {
      const tag = await reach('pt-BR');
      for (const words of tag.acts) expect(words, state).to.not.equal('');
      expect(tag.root.querySelectorAll('button[aria-label], a[aria-label]'), state).to.have.length(0);
      tag.element.remove();
    }
  });
});
