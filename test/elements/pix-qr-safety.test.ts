import { expect } from '@open-wc/testing';
import { crc16 } from '../../src/formats/crc16.ts';
import { CODE, json, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();

const UNSAFE = [
  'javascript:pwned()', 'JaVaScRiPt:pwned()', ' javascript:pwned()', 'java\nscript:pwned()', 'javascript://shop.example/%0apwned()',
  'data:text/html,<script>pwned()</script>', 'vbscript:x', 'blob:https://shop.example/1', 'file:///etc/passwd',
  'intent://x#Intent;scheme=pay;end', 'https://shop.example@evil.example/', 'https://user:secret@shop.example/', 'https://', 'http://[',
];
const hrefs = (tag: Tag) => [...tag.root.querySelectorAll('[href]')].map((link) => link.getAttribute('href'));

describe('<pix-qr>: an address that may not be followed', () => {
  for (const url of UNSAFE) {
    it(`help-url=${JSON.stringify(url)} is no link; the page is told once`, async () => {
      const tag = await page.tag({ code: CODE, 'help-url': url });
      await tag.set({ reference: 'drawn again' });
      await page.time.advance(5_000);
      expect(hrefs(tag)).to.deep.equal([]);
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error unsafe-url']);
      expect(tag.last('payment-error')['recoverable']).to.equal(false);
      expect(page.complaints).to.have.length(1);
      expect(tag.symbol, 'the code is there all the same').to.not.equal(null);
    });
  }

  for (const [status, attribute] of [['paid', 'success-url'], ['failed', 'failure-url']] as const) {
    it(`${attribute}="javascript:…" is neither link nor followed; the page is told once`, async () => {
      page.server.answers({ status });
      const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, [attribute]: 'javascript:pwned()' });
      await tag.element.refresh();
      await page.time.advance(10_000);
      expect([hrefs(tag), tag.count('payment-redirect'), tag.count('payment-error unsafe-url')]).to.deep.equal([[], 0, 1]);
      expect(tag.element.status).to.equal(status);
    });
  }

  it('status-url="javascript:…" is never asked', async () => {
    const tag = await page.tag({ code: CODE, 'status-url': 'javascript:pwned()' });
    await page.time.advance(60_000);
    expect([page.server.asked.length, tag.count('payment-error unsafe-url')]).to.deep.equal([0, 1]);
    expect(tag.symbol).to.not.equal(null);
  });

  it('create-url="javascript:…" is never asked', async () => {
    const tag = await page.tag({ 'create-url': 'javascript:pwned()' });
    await tag.press('Get the Pix code');
    expect([page.server.asked.length, tag.count('payment-error unsafe-url'), tag.element.status]).to.deep.equal([0, 1, 'idle']);
  });

  for (const url of ['https://shop.example/help', 'mailto:help@shop.example', 'tel:+551130000000', '/help', '?help']) {
    it(`help-url="${url}" is a link`, async () => {
      const tag = await page.tag({ code: CODE, 'help-url': url });
      expect(hrefs(tag)).to.deep.equal([new URL(url, document.baseURI).href]);
      expect(tag.names).to.deep.equal(['payment-status']);
    });
  }

  it('a status answer does not move the address that is asked', async () => {
    page.server.answers({ status: 'pending', statusUrl: 'https://evil.example/' });
    await page.tag({ code: CODE, 'status-url': STATUS_URL });
    await page.time.advance(10_000);
    expect(new Set(page.server.asked.map(({ url }) => url))).to.deep.equal(new Set([new URL(STATUS_URL, location.href).href]));
  });
});

const MARKUP = [
  '<img src=x onerror=pwned()>', '"><svg onload=pwned()>', "'><script>pwned()</script>", '</span><iframe srcdoc="<script>pwned()</script>">',
  '${pwned()}', '{{constructor.constructor("pwned()")()}}', '<!--', '--><b>', '<style>*{display:none}</style>', '<base href=//evil.example>',
  '&lt;b&gt;<b>', '\u0000<b>', '<math><mtext><a href=javascript:pwned()>', '<slot name=paid>',
];
const TEXT_ATTRIBUTES = [
  'code', 'pix-key', 'merchant-name', 'merchant-city', 'txid', 'description', 'amount', 'currency', 'reference', 'merchant', 'ask', 'help-url',
  'success-url', 'failure-url', 'status-url', 'create-url', 'expires-at', 'allow-origins', 'sandbox', 'status', 'lang', 'dir', 'events-url',
];

/** Every element in the tag with its attributes' names, in order: what text could have added. */
const skeleton = (root: ParentNode): string =>
  [...root.querySelectorAll('*')].map((one) => `${one.localName}[${[...one.attributes].map(({ name }) => name).sort().join()}]`).join('\n');

describe('<pix-qr>: text is never markup', () => {
  let pwned = 0;
  beforeEach(() => {
    pwned = 0;
    (globalThis as { pwned?: () => void }).pwned = () => pwned++;
  });
  afterEach(() => void delete (globalThis as { pwned?: () => void }).pwned);

  for (const attribute of ['reference', 'merchant'] as const) {
    it(`${attribute}: shown as it was written`, async () => {
      const plain = skeleton((await page.tag({ 'create-url': '/payments', [attribute]: 'plain' })).root);
      for (const text of MARKUP) {
        const tag = await page.tag({ 'create-url': '/payments', [attribute]: text });
        expect(skeleton(tag.root), text).to.equal(plain);
        expect(tag.part('merchant')!.textContent, text).to.contain(text.trim());
      }
      expect(pwned).to.equal(0);
    });
  }

  for (const attribute of TEXT_ATTRIBUTES) {
    it(`${attribute}: adds nothing that an innocent wrong value does not`, async () => {
      const [, rest] = attribute === 'status' ? ['', 'x'] : ['', 'wrong value'];
      const base = { 'create-url': '/payments', reference: 'r', merchant: 'm' };
      const plain = skeleton((await page.tag({ ...base, [attribute]: rest })).root);
      for (const text of MARKUP) {
        const tag = await page.tag({ ...base, [attribute]: text });
        expect(skeleton(tag.root), text).to.equal(plain);
        tag.element.remove();
      }
      await settle();
      expect(pwned).to.equal(0);
    });
  }

  it('the payee in a code', async () => {
    const sealed = (payee: string) => {
      const text = `00020126370014br.gov.bcb.pix0115doe@ong.example5204000053039865802BR59${String([...payee].length).padStart(2, '0')}${payee}6001X62070503***6304`;
      return text + crc16(text);
    };
    const plain = skeleton((await page.tag({ code: sealed('Plain') })).root);
    for (const payee of ['<img src=x onerror=pwn()>', '"><svg onload=pwned()>', '<b>x</b>', '</p><p>']) {
      const tag = await page.tag({ code: sealed(payee) });
      expect(skeleton(tag.root), payee).to.equal(plain);
      expect([tag.text('merchant'), tag.symbol!.getAttribute('aria-label')]).to.deep.equal([payee, `Pix QR code to pay ${payee}`]);
    }
    expect(pwned).to.equal(0);
  });

  it('the fields of an answer', async () => {
    const after = async (text: string) => {
      page.server.nowAnswers({ status: 'failed', message: text, reference: text, reason: text });
      const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
      await tag.element.refresh();
      await tag.element.updateComplete;
      return tag;
    };
    const plain = skeleton((await after('plain')).root);
    for (const text of MARKUP) {
      const tag = await after(text);
      expect(skeleton(tag.root), text).to.equal(plain);
      expect(tag.part('result')!.textContent).to.contain(text);
    }
    expect(pwned).to.equal(0);
  });

  it('the sentences of a refusal', async () => {
    const after = async (text: string) => {
      page.server.nowAnswers(json({ message: text, errors: [{ field: '__proto__', message: text }] }, 422));
      const tag = await page.tag({ 'create-url': '/payments' });
      await tag.press('Get the Pix code');
      return tag;
    };
    const plain = skeleton((await after('plain')).root);
    for (const text of MARKUP) expect(skeleton((await after(text)).root), text).to.equal(plain);
    expect(pwned).to.equal(0);
    expect(({} as { message?: unknown }).message).to.equal(undefined);
  });
});
