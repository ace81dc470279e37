import { expect } from '@open-wc/testing';
import { CODE, json, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A tag that expires in `ms` by the server's clock, which the server tells with every answer. */
async function expiringIn(ms: number, { lang = 'en', ...attributes }: Record<string, string> = {}): Promise<Tag> {
  answerPending();
  return page.tag({ code: CODE, 'status-url': STATUS_URL, 'expires-at': page.time.iso(ms), ...attributes }, { lang });
}
/** The server's time is told in the header of each answer, when it is given. */
const answerPending = () => page.server.nowAnswers(() => json({ status: 'pending', serverTime: page.time.iso() })());

describe('<pix-qr>: the time left', () => {
  for (const [what, wrongByMs] of [['right', 0], ['a day fast', DAY], ['a day slow', -DAY], ['an hour off', 3_600_000]] as const) {
    it(`is right with a local clock that is ${what}`, async () => {
      page.time.wrongByMs = wrongByMs;
      const tag = await expiringIn(15 * MINUTE);
      expect(tag.text('clock')).to.match(/^(15:00|14:59) left$/);
      await page.time.advance(28_000);
      expect(tag.text('clock')).to.match(/^14:3[12] left$/);
      page.time.wrongByMs += 3 * 3_600_000;
      await page.time.advance(60_000);
      expect(tag.text('clock'), 'the local clock has jumped').to.match(/^13:3[12] left$/);
    });
  }

  it('takes the Date header where the answer says no time', async () => {
    page.time.wrongByMs = DAY;
    page.server.answers(json({ status: 'pending' }, 200, { date: 'Sat, 21 Nov 2026 12:00:00 GMT' }));
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, 'expires-at': page.time.iso(10 * MINUTE) });
    expect(tag.text('clock')).to.match(/^(10:00|9:59) left$/);
  });

  it('is not told before the server has told its time', async () => {
    page.server.answers('never');
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, 'expires-at': page.time.iso(MINUTE) });
    expect([tag.part('clock'), tag.text('status'), page.server.asked.length]).to.deep.equal([null, 'Waiting for your payment', 1]);
  });

  for (const [ms, lang, shown] of [
    [3_723_000, 'en', /^1:02:0[23] left$/], [86_400_000, 'en', /^(24:00:00|23:59:59) left$/], [3_600_000, 'en', /^(1:00:00|59:59) left$/],
    [600_000, 'pt-BR', /^restam (10:00|9:59)$/], [59_000, 'en', /^0:5[89] left$/],
  ] as const) {
    it(`${ms / 1000} s, ${lang}: ${shown.source}`, async () => {
      expect((await expiringIn(ms, { lang })).text('clock')).to.match(shown);
    });
  }

  it('follows the server’s deadline, which wins over the attribute', async () => {
    page.server.answers({ status: 'pending', serverTime: page.time.iso(), expiresAt: page.time.iso(5 * MINUTE) });
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, 'expires-at': page.time.iso(60 * MINUTE) });
    expect(tag.text('clock')).to.match(/^(5:00|4:59) left$/);
  });

  it('follows an expires-at that is changed or comes later', async () => {
    const tag = await page.tag({ code: CODE });
    expect(tag.part('clock')).to.equal(null);
    await tag.set({ 'expires-at': page.time.iso(5 * MINUTE) });
    expect(tag.text('clock')).to.match(/^(5:00|4:59) left$/);
    await tag.set({ 'expires-at': page.time.iso(30 * MINUTE) });
    await page.time.advance(1_000);
    expect(tag.text('clock')).to.match(/^29:5[89] left$/);
    await tag.set({ 'expires-at': null });
    await page.time.advance(40 * MINUTE);
    expect([tag.part('clock'), tag.element.status]).to.deep.equal([null, 'pending']);
  });

  it('a tick changes one text node and nothing else', async () => {
    const tag = await expiringIn(15 * MINUTE);
    await page.time.advance(1_500);
    page.server.nowAnswers('never');
    const changes: MutationRecord[] = [];
    const [text] = [...tag.part('clock')!.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
    const before = text!.textContent;
    const watching = new MutationObserver((records) => changes.push(...records));
    watching.observe(tag.root, { subtree: true, childList: true, attributes: true, characterData: true });
    await page.time.advance(5_000);
    changes.push(...watching.takeRecords());
    watching.disconnect();
    expect(text!.isConnected).to.equal(true);
    expect(text!.textContent).to.not.equal(before);
    expect(changes.length).to.be.within(4, 12);
    expect([...new Set(changes.map(({ type, target }) => `${type} ${target === text}`))]).to.deep.equal(['characterData true']);
  });

  it('is a silent timer: the live region speaks at milestones only', async () => {
    const tag = await expiringIn(6 * MINUTE);
    expect(tag.part('clock')!.getAttribute('role')).to.equal('timer');
    const said: string[] = [];
    const listening = new MutationObserver(() => said.push(tag.said));
    listening.observe(tag.root.querySelector('[role="status"]')!, { subtree: true, childList: true, characterData: true });
    page.server.nowAnswers('never');
    await page.time.advance(6 * MINUTE + 1_000);
    listening.disconnect();
    expect(said).to.deep.equal([
      'We can’t reach the shop just now. Your code still works. We keep trying.',
      '5 minutes left', '2 minutes left', '1 minute left', '20 seconds left', 'Time is up. Checking one last time…',
    ]);
  });
});

describe('<pix-qr>: the last minutes', () => {
  it('say so two minutes before the end, and not before', async () => {
    const tag = await expiringIn(3 * MINUTE);
    await page.time.advance(58_000);
    expect(tag.text('status')).to.match(/^Waiting for your payment 2:0\d left$/);
    await page.time.advance(4_000);
    expect(tag.text('status')).to.match(/^Little time left 1:5\d left$/);
    expect(tag.symbol, 'the code still works').to.not.equal(null);
    expect(tag.acts).to.not.include('New code');
  });

  it('offer a new code where create-url allows it', async () => {
    const tag = await expiringIn(90_000, { 'create-url': '/payments' });
    expect(tag.text('status')).to.match(/^Little time left 1:\d\d left Not ready yet\? You can get a new code at any time\.$/);
    expect(tag.acts).to.include('New code');
  });

  it('in Portuguese', async () => {
    const tag = await expiringIn(90_000, { 'create-url': '/payments', lang: 'pt-BR' });
    expect(tag.text('status')).to.match(/^Falta pouco tempo restam 1:\d\d Ainda não deu tempo\? Você pode gerar um novo código\.$/);
  });
});

describe('<pix-qr>: when the time is up', () => {
  it('the server is asked, and the shopper told that it is', async () => {
    const tag = await expiringIn(7_000);
    await page.time.advance(5_900);
    const before = page.server.asked.length;
    page.server.nowAnswers('never');
    await page.time.advance(1_300);
    expect(page.server.asked.length).to.be.greaterThan(before);
    expect([tag.text('status'), tag.said]).to.deep.equal(['Time is up. Checking one last time…', 'Time is up. Checking one last time…']);
    expect([tag.element.status, tag.part('clock')], 'expired comes only from the server').to.deep.equal(['pending', null]);
  });

  it('expired only when the server says so', async () => {
    const tag = await expiringIn(10_000);
    await page.time.advance(30_000);
    expect([tag.element.status, tag.names]).to.deep.equal(['pending', ['payment-status']]);
    page.server.nowAnswers({ status: 'expired' });
    await page.time.advance(5_000);
    expect([tag.element.status, tag.names]).to.deep.equal(['expired', ['payment-status', 'payment-status', 'payment-expired']]);
    expect(tag.last('payment-status')['source']).to.equal('poll');
  });

  it('is no storm of questions', async () => {
    await expiringIn(10_000);
    await page.time.advance(10_000);
    const before = page.server.asked.length;
    await page.time.advance(40_000);
    expect(page.server.asked.length - before).to.be.within(15, 22);
    expect(page.server.mostAtOnce).to.equal(1);
  });

  it('without a server it expires by itself', async () => {
    const tag = await page.tag({ code: CODE, 'expires-at': page.time.iso(MINUTE) });
    await page.time.advance(58_000);
    expect(tag.element.status).to.equal('pending');
    await page.time.advance(3_000);
    expect([tag.element.status, tag.symbol]).to.deep.equal(['expired', null]);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-status', 'payment-expired']);
    expect(tag.last('payment-status')['source']).to.equal('clock');
    await settle();
    expect([page.server.asked.length, page.time.timers]).to.deep.equal([0, 0]);
  });

  it('a code that is over already when it is drawn is not left to be paid', async () => {
    const tag = await page.tag({ code: CODE, 'expires-at': page.time.iso(-MINUTE) });
    await page.time.advance(1_000);
    expect([tag.element.status, tag.symbol]).to.deep.equal(['expired', null]);
  });
});
