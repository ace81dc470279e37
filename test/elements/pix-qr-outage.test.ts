import { expect } from '@open-wc/testing';
import { CODE, json, pageOfEachTest, settle, STATUS_URL } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const ORDER = { code: CODE, 'status-url': STATUS_URL };
const OUTAGE = new TypeError('Failed to fetch');
const asked = () => page.server.asked.map(({ at }) => Math.round((at - 50_000) / 100) / 10);

function online(is: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => is });
}
afterEach(() => void delete (navigator as { onLine?: unknown }).onLine);

describe('<pix-qr>: trouble on the way', () => {
  for (const [what, reply] of [
    ['the network fails', OUTAGE],
    ['500', json('<h1>Oops</h1>', 500)],
    ['502', json('', 502)],
    ['503', json({ status: 'paid' }, 503)],
    ['504', json('', 504)],
    ['a redirect that may not be followed', new TypeError('redirect')],
  ] as const) {
    it(`${what}: told once, the code stays, recovered once`, async () => {
      page.server.answers({ status: 'pending' }, reply);
      const tag = await page.tag(ORDER);
      await page.time.advance(120_000);
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error network']);
      expect(tag.last('payment-error')).to.include({ recoverable: true });
      expect([tag.element.status, tag.symbol === null]).to.deep.equal(['pending', false]);
      expect(page.complaints, 'an outage is no mistake of the page').to.deep.equal([]);
      page.server.nowAnswers({ status: 'pending' });
      await page.time.advance(60_000);
      expect(tag.names.slice(2)).to.deep.equal(['payment-recovered']);
      expect(tag.text()).to.not.contain('can’t reach');
      page.server.nowAnswers(reply);
      await page.time.advance(60_000);
      expect(tag.names.slice(3), 'the next outage is another').to.deep.equal(['payment-error network']);
    });
  }

  it('waits longer after each failure, at most 30 s', async () => {
    page.time.chance = 0.999_999;
    page.server.answers(OUTAGE);
    await page.tag(ORDER);
    await page.time.advance(180_000);
    const gaps = asked().map((at, index, all) => Math.round(at - (all[index - 1] ?? 0)));
    expect(gaps.slice(0, 8)).to.deep.equal([2, 2, 4, 8, 16, 30, 30, 30]);
  });

  for (const [what, header, least, most] of [
    ['seconds', '7', 7, 8.5],
    ['a date', 'Sat, 21 Nov 2026 12:00:10 GMT', 8, 10],
    ['for ever', '1000000000', 300, 360.1],
    ['a date that is past', 'Sat, 21 Nov 2020 12:00:00 GMT', 0.9, 1.3],
    ['garbage falls back to the back-off', 'soon', 0, 2.1],
    ['negative', '-7', 0, 2.1],
    ['zero', '0', 0, 2.1],
  ] as const) {
    it(`Retry-After, ${what}: the next question is ${least} to ${most} s later`, async () => {
      for (const [status, chance] of [[503, 0.01], [429, 0.99]] as const) {
        page.time.chance = chance;
        page.server.nowAnswers(json('', status, { 'retry-after': header }), { status: 'pending' });
        const tag = await page.tag(ORDER);
        await page.time.advance(365_000);
        const [first, second] = asked().slice(-page.server.asked.length) as [number, number];
        expect(second - first, `${status}`).to.be.within(least, most);
        tag.element.remove();
        await page.end();
        page.begin();
      }
    });
  }

  it('an answer that never comes is given up after 8 s, and asked again', async () => {
    page.server.answers('never');
    const tag = await page.tag(ORDER);
    await page.time.advance(2_000 + 7_400);
    expect(tag.names).to.deep.equal(['payment-status']);
    await page.time.advance(1_100);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-error timeout']);
    expect([tag.last('payment-error')['recoverable'], page.server.asked[0]!.signal.aborted]).to.deep.equal([true, true]);
    await page.time.advance(2_000);
    expect(page.server.asked).to.have.length(2);
    expect(page.server.mostAtOnce).to.equal(1);
  });

  it('a body that stalls after its headers is given up after 8 s too', async () => {
    page.server.answers(() => new Response(new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"status":')) })));
    const tag = await page.tag(ORDER);
    await page.time.advance(10_500);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-error timeout']);
  });

  it('a body without an end is given up at 64 KiB', async () => {
    let sent = 0;
    page.server.answers(() => new Response(new ReadableStream({ pull: (body) => body.enqueue(new Uint8Array((sent += 4_096) && 4_096)) })));
    const tag = await page.tag(ORDER);
    await page.time.advance(2_400);
    await settle(60);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-error bad-response']);
    expect(sent).to.be.below(100_000);
  });

  for (const [what, isOnline, lang, words] of [
    ['online', true, 'en', 'We can’t reach the shop just now We keep trying.'],
    ['offline', false, 'en', 'You seem to be offline We check again as soon as the connection is back.'],
    ['online', true, 'pt-BR', 'Não conseguimos falar com a loja agora Vamos continuar tentando.'],
    ['offline', false, 'pt-BR', 'Parece que você está sem internet Conferimos de novo assim que a conexão voltar.'],
  ] as const) {
    it(`what the shopper reads, ${what}, ${lang}`, async () => {
      online(isOnline);
      page.server.answers(OUTAGE);
      const tag = await page.tag(ORDER, { lang });
      await page.time.advance(2_000);
      expect(tag.text()).to.contain(words);
    });
  }

  it('the code is said to work only while the known deadline lies ahead', async () => {
    page.server.answers({ status: 'pending', serverTime: page.time.iso() }, OUTAGE);
    const tag = await page.tag({ ...ORDER, 'expires-at': page.time.iso(60_000) });
    await page.time.advance(10_000);
    expect(tag.text()).to.contain('We can’t reach the shop just now Your code still works. We keep trying.');
    await page.time.advance(60_000);
    expect(tag.text()).to.contain('Time is up. Checking one last time…').and.not.to.contain('still works');
    expect(tag.element.status, 'expired comes only from the server').to.equal('pending');
  });

  it('is asked at once when the network is back', async () => {
    page.time.chance = 0.999;
    page.server.answers(OUTAGE, OUTAGE, OUTAGE, OUTAGE, { status: 'paid' });
    const tag = await page.tag(ORDER);
    await page.time.advance(17_000);
    expect(page.server.asked).to.have.length(4);
    dispatchEvent(new Event('online'));
    await settle();
    expect(tag.element.status).to.equal('paid');
  });
});

describe('<pix-qr>: a payment that the server does not know', () => {
  for (const status of [401, 403, 404, 410]) {
    it(`${status}, three times over ten seconds: not-found, and no more questions`, async () => {
      page.server.answers(json({ message: 'no' }, status));
      const tag = await page.tag({ ...ORDER, 'help-url': 'https://shop.example/help' });
      await page.time.advance(9_000);
      expect(tag.names).to.deep.equal(['payment-status']);
      await page.time.advance(60_000);
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error not-found']);
      expect(tag.last('payment-error')['recoverable']).to.equal(false);
      expect(asked()).to.have.length(3);
      expect(asked()[2]! - asked()[0]!).to.be.at.least(10);
      expect(tag.text()).to.contain('We have lost track of this payment If you have paid, ask the shop.');
      expect(tag.acts).to.include('Check again').and.to.include('Ask the shop');
    });
  }

  it('"Check again" asks again, and what is found then counts', async () => {
    page.server.answers(json({}, 404));
    const tag = await page.tag(ORDER);
    await page.time.advance(60_000);
    page.server.nowAnswers({ status: 'paid' });
    await tag.press('Check again');
    expect([tag.element.status, tag.text('result')]).to.deep.equal(['paid', 'Paid CAFE MANACA has received your payment.']);
  });

  it('"Check again" that finds nothing goes on for its three tries, and says so again', async () => {
    page.server.answers(json({}, 404));
    const tag = await page.tag(ORDER);
    await page.time.advance(60_000);
    await tag.press('Check again');
    await page.time.advance(60_000);
    expect([page.server.asked.length, tag.count('payment-error not-found')]).to.deep.equal([6, 2]);
    expect(tag.acts).to.deep.equal(['Check again']);
  });

  it('found again in between, it was never lost', async () => {
    const lost = json({}, 404);
    page.server.answers(lost, lost, { status: 'pending' }, lost, lost, { status: 'paid' });
    const tag = await page.tag(ORDER);
    await page.time.advance(60_000);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-status', 'payment-paid']);
  });
});
