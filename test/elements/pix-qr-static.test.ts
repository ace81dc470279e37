import { expect } from '@open-wc/testing';
import { encodeBrCode } from '../../src/formats/brcode-encode.ts';
import { decodeBrCode } from '../../src/formats/brcode.ts';
import { pageOfEachTest, until } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const SHOP = { 'pix-key': 'doe@ong.example', 'merchant-name': 'ONG Esperança', 'merchant-city': 'São Paulo' };
const charge = { pixKey: 'doe@ong.example', merchantName: 'ONG Esperança', merchantCity: 'São Paulo' };

describe('<pix-qr pix-key>: a static code made in the page', () => {
  for (const [what, attributes, more] of [
    ['key, payee and city', {}, {}],
    ['with an amount', { amount: '25.00' }, { amount: '25.00' }],
    ['with an identifier', { txid: 'DOACAO42' }, { txid: 'DOACAO42' }],
    ['with a text', { description: 'Obrigado!' }, { description: 'Obrigado!' }],
    ['with everything', { amount: '5.50', txid: 'A1', description: 'Natal' }, { amount: '5.50', txid: 'A1', description: 'Natal' }],
  ] as const) {
    it(what, async () => {
      const tag = await page.tag({ ...SHOP, ...attributes });
      await until('the encoder', () => tag.part('code'));
      expect(tag.part('code')!.textContent).to.equal(encodeBrCode({ ...charge, ...more }));
      expect(tag.symbol).to.not.equal(null);
      expect(tag.text('merchant')).to.equal('ONG Esperanca');
      expect(tag.element.status).to.equal('pending');
    });
  }

  it('the manual’s own example comes out letter for letter', async () => {
    const tag = await page.tag({ 'pix-key': '123e4567-e12b-12d1-a456-426655440000', 'merchant-name': 'Fulano de Tal', 'merchant-city': 'BRASILIA' });
    await until('the encoder', () => tag.part('code'));
    expect(tag.part('code')!.textContent).to.equal(
      '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
    );
  });

  it('follows its attributes live, and asks no server', async () => {
    const tag = await page.tag(SHOP);
    await until('the encoder', () => tag.part('code'));
    await tag.set({ amount: '30.00', txid: 'B2', 'merchant-name': 'Outra ONG' });
    const { amount, txid, merchantName } = decodeBrCode(tag.part('code')!.textContent);
    expect([amount, txid, merchantName, tag.text('amount')]).to.deep.equal(['30.00', 'B2', 'Outra ONG', 'R$30.00']);
    await tag.set({ amount: null, txid: null });
    expect(tag.part('code')!.textContent).to.equal(encodeBrCode({ ...charge, merchantName: 'Outra ONG' }));
    expect(page.server.asked).to.have.length(0);
  });

  it('a code of the provider wins over the key', async () => {
    const provided = encodeBrCode({ ...charge, amount: '1.00' });
    const tag = await page.tag({ ...SHOP, code: provided });
    expect(tag.part('code')!.textContent).to.equal(provided);
  });
});
