import { expect } from '@open-wc/testing';
import { CODE, json, pageOfEachTest, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const ORDER = { code: CODE, 'status-url': STATUS_URL };

/** A tag whose server has answered each of these, one question after the other. */
async function afterAnswers(answers: Record<string, unknown>[], attributes: Record<string, string> = {}, lang = 'en'): Promise<Tag> {
  page.server.answers(...answers);
  const tag = await page.tag({ ...ORDER, ...attributes }, { lang });
  for (let answer = 0; answer < answers.length; answer++) await page.time.advance(2_000);
  return tag;
}

const ENDS = [
  {
    status: 'processing', gone: true, events: ['payment-status'],
    en: 'Checking your payment It has arrived and is being confirmed. Please don’t pay again. You may close this page and come back.',
    pt: 'Conferindo seu pagamento Ele chegou e está sendo confirmado. Não pague de novo. Você pode fechar esta página e voltar depois.',
  },
  {
    status: 'paid', gone: true, events: ['payment-status', 'payment-paid'],
    en: 'Paid CAFE MANACA has received your payment.', pt: 'Pago CAFE MANACA recebeu seu pagamento.',
  },
  {
    status: 'failed', gone: true, events: ['payment-status', 'payment-failed'],
    en: 'The payment did not go through Try again with a new code. If money has left your account, ask the shop first.',
    pt: 'O pagamento não foi concluído Tente de novo com um novo código. Se o dinheiro saiu da sua conta, fale antes com a loja.',
  },
  {
    status: 'expired', gone: true, events: ['payment-status', 'payment-expired'],
    en: 'This code has expired Please don’t use it any more. If you have already paid, just wait: we will show it here.',
    pt: 'Este código venceu Não use mais este código. Se você já pagou, é só esperar: mostraremos aqui.',
  },
  {
    status: 'canceled', gone: true, events: ['payment-status', 'payment-canceled'],
    en: 'Payment canceled Please don’t use the old code. You can start again whenever you like.',
    pt: 'Pagamento cancelado Não use o código antigo. Você pode recomeçar quando quiser.',
  },
  {
    status: 'refunded', gone: true, events: ['payment-status', 'payment-refunded'],
    en: 'Refunded R$100.99 is going back to the account you paid from. Your bank shows when it is there.',
    pt: 'Devolvido R$ 100,99 estão voltando para a conta de onde você pagou. Seu banco mostra quando o valor chegar.',
  },
] as const;

describe('<pix-qr>: every word of the server', () => {
  for (const { status, events, en, pt } of ENDS) {
    it(`${status}: what the shopper reads and hears, and the code is gone`, async () => {
      const tag = await afterAnswers([{ status }], { 'create-url': '/payments' });
      expect(tag.text('result')).to.match(new RegExp(`^${en.replace(/[.$?]/g, '\\$&')}`));
      expect([tag.symbol, tag.part('code'), tag.part('clock'), tag.part('copy-button')]).to.deep.equal([null, null, null, null]);
      expect(tag.text('merchant'), 'the head never moves').to.equal('CAFE MANACA');
      expect(tag.text('amount')).to.equal('R$100.99');
      const aloud = status === 'failed' ? tag.root.querySelector('[role="alert"]')!.textContent.replace(/\s+/g, ' ') : tag.said;
      expect(aloud).to.contain(tag.root.querySelector('[part="result"] h2')!.textContent);
      const portuguese = await afterAnswers([{ status }], { 'create-url': '/payments' }, 'pt-BR');
      expect(portuguese.text('result').startsWith(pt), portuguese.text('result')).to.equal(true);
    });

    it(`${status}: names no new code where none can be had`, async () => {
      const tag = await afterAnswers([{ status }]);
      expect(tag.text('result')).to.not.match(/new code|start again|Get |try again/i);
      expect(tag.acts).to.deep.equal([]);
    });

    it(`${status}: what the page hears, in order, once, with the state already changed`, async () => {
      const tag = await afterAnswers([{ status, version: 2 }]);
      expect(tag.names).to.deep.equal(['payment-status', ...events]);
      for (const { event, status: then } of tag.heard.slice(1)) expect([then, event.payment.status]).to.deep.equal([status, status]);
      expect(tag.last('payment-status')).to.include({ status, previousStatus: 'pending', source: 'poll' });
      expect([tag.element.getAttribute('status'), tag.element.matches(`:state(${status})`), tag.element.matches(':state(pending)')]).to.deep.equal([
        status, true, false,
      ]);
      for (let times = 0; times < 5; times++) await tag.element.refresh();
      expect(tag.names, 'the same answer again is no news').to.deep.equal(['payment-status', ...events]);
    });
  }

  it('pending again and again is no news', async () => {
    const tag = await afterAnswers(Array.from({ length: 8 }, (_, version) => ({ status: 'pending', version })));
    expect(tag.names).to.deep.equal(['payment-status']);
    expect(tag.symbol).to.not.equal(null);
  });
});

describe('<pix-qr>: never backwards', () => {
  for (const [what, answers, names, status] of [
    ['paid after expired is late', ['expired', 'paid'], ['payment-expired', 'payment-paid'], 'paid'],
    ['paid after failed is late', ['failed', 'paid'], ['payment-failed', 'payment-paid'], 'paid'],
    ['failed after paid is dropped', ['paid', 'failed'], ['payment-paid'], 'paid'],
    ['expired after paid is dropped', ['paid', 'expired'], ['payment-paid'], 'paid'],
    ['pending after processing is dropped', ['processing', 'pending'], [], 'processing'],
    ['canceled after expired is dropped', ['expired', 'canceled'], ['payment-expired'], 'expired'],
    ['refunded after paid', ['paid', 'refunded'], ['payment-paid', 'payment-refunded'], 'refunded'],
    ['paid after refunded is dropped', ['refunded', 'paid'], ['payment-refunded'], 'refunded'],
  ] as const) {
    it(what, async () => {
      page.server.answers(...answers.map((word, at) => ({ status: word, version: 9 - at })));
      const tag = await page.tag(ORDER);
      for (let answer = 0; answer < answers.length; answer++) await tag.element.refresh();
      expect(tag.names.filter((name) => name !== 'payment-status')).to.deep.equal(names);
      expect(tag.element.status).to.equal(status);
      const late = status === 'paid' && answers[1] === 'paid';
      if (status === 'paid') expect([tag.last('payment-paid')['late'], tag.element.payment.late ?? false]).to.deep.equal([late, late]);
      if (late) expect(tag.text('result')).to.contain('It arrived after the time was over. CAFE MANACA has received it.');
    });
  }

  it('a late paid is said in Portuguese too', async () => {
    const tag = await afterAnswers([{ status: 'expired' }, { status: 'paid' }], {}, 'pt-BR');
    await page.time.advance(20_000);
    expect(tag.text('result')).to.contain('Chegou depois do prazo. CAFE MANACA recebeu.');
  });

  it('an old version of the same word changes no field', async () => {
    page.server.answers({ status: 'processing', version: 5, message: 'new' }, { status: 'processing', version: 4, message: 'old' });
    const tag = await page.tag(ORDER);
    await tag.element.refresh();
    await tag.element.refresh();
    expect(tag.text('result')).to.contain('new').and.not.to.contain('old');
  });

  for (const [what, answer] of [
    ['a word that is not in the list', { status: 'PAID' }],
    ['review, which is the server’s own', { status: 'review' }],
    ['a word of ours that no server says', { status: 'creating' }],
    ['no word', { version: 3 }],
    ['a number', { status: 1 }],
    ['a version that is a list', { status: 'paid', version: [3] }],
    ['a message that is an object', { status: 'paid', message: {} }],
    ['a list', json([{ status: 'paid' }])],
    ['null', json('null')],
    ['nothing', json('')],
    ['HTML', json('<!doctype html><title>paid</title>')],
    ['half of it', json('{"status":"paid"')],
    ['more than 64 KiB', json({ status: 'paid', padding: 'x'.repeat(65_536) })],
  ] as const) {
    it(`${what} is a bad answer: told once, the last state stays, and it is asked on`, async () => {
      page.server.answers(answer);
      const tag = await page.tag(ORDER);
      await page.time.advance(12_000);
      expect(page.server.asked.length).to.be.greaterThan(2);
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error bad-response']);
      expect(tag.last('payment-error')['recoverable']).to.equal(true);
      expect([tag.element.status, tag.symbol === null]).to.deep.equal(['pending', false]);
      page.server.nowAnswers({ status: 'paid' });
      await page.time.advance(30_000);
      expect(tag.names.slice(2)).to.deep.equal(['payment-recovered', 'payment-status', 'payment-paid']);
    });
  }

  it('parseStatus reads an answer of another shape', async () => {
    page.server.answers({ data: { state: 'CONCLUIDA' } });
    const parseStatus = (answer: unknown) => ({ status: (answer as { data: { state: string } }).data.state === 'CONCLUIDA' ? 'paid' : 'pending' });
    const tag = await page.tag(ORDER, { before: (element) => (element.parseStatus = parseStatus) });
    await tag.element.refresh();
    expect(tag.element.status).to.equal('paid');
  });

  it('a parseStatus that throws, or gives a payment without a word, changes nothing', async () => {
    for (const parseStatus of [() => { throw new Error('theirs'); }, () => undefined, () => ({})]) {
      const tag = await page.tag(ORDER, { before: (element) => (element.parseStatus = parseStatus) });
      await tag.element.refresh();
      expect([tag.element.status, tag.count('payment-error bad-response')], String(parseStatus)).to.deep.equal(['pending', 1]);
    }
  });
});
