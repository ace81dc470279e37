import { expect } from '@open-wc/testing';
import '../../src/define/okpay-seal.ts';
import type { OkpaySeal } from '../../src/elements/okpay-seal.ts';
import type { PaymentErrorEvent } from '../../src/act-events.ts';
import { until } from './scripted-time.ts';

/** The address as OKPAY's generator has written it into pages. */
const ADDRESS = 'https://www.okpay.com/account/user/456908980';

const error = console.error;
let complaints: string[];
let heard: PaymentErrorEvent[];
let place: HTMLElement;
beforeEach(() => {
  complaints = [];
  heard = [];
  console.error = (...said: unknown[]) => complaints.push(said.join(' '));
  place = document.createElement('div');
  place.lang = 'en';
  place.addEventListener('payment-error', (event) => heard.push(event));
  document.body.append(place);
});
afterEach(() => {
  place.remove();
  console.error = error;
});

async function seal(attributes: Record<string, string>): Promise<OkpaySeal> {
  const element = document.createElement('okpay-seal');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  place.append(element);
  await until('its words', () => element.spoken);
  await element.updateComplete;
  return element;
}

const link = ({ shadowRoot }: OkpaySeal): HTMLAnchorElement | null => shadowRoot!.querySelector('a');

describe('<okpay-seal>', () => {
  it('leads to the public information of the account in a new tab, and says so', async () => {
    const a = link(await seal({ account: '456908980' }))!;
    expect([a.href, a.target, a.rel, a.part.value, a.lang]).to.deep.equal([ADDRESS, '_blank', 'noopener', 'seal', 'en']);
    expect(a.textContent.trim()).to.equal('Payment by OKPAY (Check this shop’s account at OKPAY: opens in a new tab)');
    expect([a.querySelector('b')!.textContent, a.querySelector('svg')!.getAttribute('aria-hidden')]).to.deep.equal(['OKPAY', 'true']);
    expect(heard).to.deep.equal([]);
  });

  it('the address of the generator wins over the account', async () => {
    const element = await seal({ account: '1', href: 'https://secure.okpay.com/account/user/985558373' });
    expect(link(element)!.href).to.equal('https://secure.okpay.com/account/user/985558373');
    element.removeAttribute('href');
    await element.updateComplete;
    expect(link(element)!.href).to.equal('https://www.okpay.com/account/user/1');
  });

  for (const [attributes, code, field] of [
    [{ href: 'http://www.okpay.com/account/user/456908980' }, 'unsafe-url', 'href'],
    [{ href: 'https://okpay.com.evil.example/account/user/1' }, 'unsafe-url', 'href'],
    [{ href: 'https://notokpay.com/' }, 'unsafe-url', 'href'],
    [{ href: 'https://evil.example/?okpay.com' }, 'unsafe-url', 'href'],
    [{ href: 'https://okpay.com@evil.example/' }, 'unsafe-url', 'href'],
    [{ href: 'https://www.okpay.com:8443/' }, 'unsafe-url', 'href'],
    [{ href: 'https://www.okp\u0430y.com/' }, 'unsafe-url', 'href'],
    [{ href: '//evil.example/okpay.com' }, 'unsafe-url', 'href'],
    [{ href: '/account/user/1' }, 'unsafe-url', 'href'],
    [{ href: 'javascript:alert(1)//okpay.com' }, 'unsafe-url', 'href'],
    [{ href: 'mailto:seal@okpay.com', account: '456908980' }, 'unsafe-url', 'href'],
    [{ account: 'OK702746927' }, 'invalid-attribute', 'account'],
    [{ account: '1234567890' }, 'invalid-attribute', 'account'],
    [{ account: '../login' }, 'invalid-attribute', 'account'],
  ] as const) {
    it(`${JSON.stringify(attributes)}: nothing is drawn, the page is told once`, async () => {
      const element = await seal(attributes);
      element.requestUpdate();
      await element.updateComplete;
      expect(element.shadowRoot!.textContent.trim()).to.equal('');
      expect(heard.map((event) => [event.code, event.recoverable, event.message.startsWith(`${field}="`)])).to.deep.equal([[code, false, true]]);
      expect(complaints).to.deep.equal([`<okpay-seal> ${heard[0]!.message}`]);
    });
  }

  it('a wrong address is put right live', async () => {
    const element = await seal({ href: 'https://okpay.example/' });
    element.href = ADDRESS;
    await element.updateComplete;
    expect(link(element)!.href).to.equal(ADDRESS);
  });

  it('small: the mark alone is seen, and the link still says where it leads', async () => {
    const a = link(await seal({ account: '1', size: 'small' }))!;
    expect(a.textContent.trim()).to.equal('OKPAY (Check this shop’s account at OKPAY: opens in a new tab)');
    await seal({ account: '1', size: 'large' });
    expect(heard.map(({ message }) => message)).to.deep.equal(['size="large": write small, or leave it out.']);
  });

  it('speaks the language of its place, also when that changes', async () => {
    const element = await seal({ account: '1' });
    for (const [lang, words] of [['de', 'Zahlung über OKPAY'], ['zh-HK', '透過 OKPAY 付款']] as const) {
      place.lang = lang;
      await until(lang, () => link(element)!.lang === lang);
      expect(link(element)!.textContent.trim().startsWith(`${words} (`)).to.equal(true);
    }
  });
});
