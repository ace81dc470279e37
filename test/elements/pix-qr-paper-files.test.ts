import { expect } from '@open-wc/testing';
import '../../src/ui/paper/paper.ts';
import { encodeBrCode, type BrCodeCharge } from '../../src/formats/brcode-encode.ts';
import { CODE, DYNAMIC_CODE, OPEN_CODE, pageOfEachTest, promised, settle, STATUS_URL, until } from './pix-qr-harness.ts';

const page = pageOfEachTest();

const real = { create: URL.createObjectURL, revoke: URL.revokeObjectURL, toBlob: HTMLCanvasElement.prototype.toBlob, warn: console.warn };
/** The files that were given an address, and the addresses that were taken back. */
let files: File[] = [];
let revoked: string[] = [];
/** What the browser was asked to download: name and address. */
let downloads: [name: string, url: string][] = [];
let clicks = 0;
const noticed = (event: Event): void => {
  clicks += Number((event.target as Element).localName === 'a');
};

beforeEach(() => {
  [files, revoked, downloads, clicks] = [[], [], [], 0];
  URL.createObjectURL = (file) => `blob:${location.origin}/${files.push(file as File)}`;
  URL.revokeObjectURL = (url) => void revoked.push(url);
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    downloads.push([this.download, this.href]);
    this.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
  };
  console.warn = () => undefined;
  addEventListener('click', noticed);
});
afterEach(() => {
  removeEventListener('click', noticed);
  Object.assign(URL, { createObjectURL: real.create, revokeObjectURL: real.revoke });
  HTMLCanvasElement.prototype.toBlob = real.toBlob;
  delete (HTMLAnchorElement.prototype as { click?: unknown }).click;
  console.warn = real.warn;
});

const charge = (more: Partial<BrCodeCharge>): string => encodeBrCode({ pixKey: 'a@b.example', merchantName: 'Padaria Exemplo', merchantCity: 'Natal', ...more });

describe('<pix-qr>: the code saved as a file', () => {
  it('the button saves a PNG of the plate, says so once, and takes its address back', async () => {
    const tag = await page.tag({ code: CODE });
    await tag.press('Save');
    await until('the file', () => downloads.length);
    expect(downloads).to.deep.equal([['pix-cafe-manaca-100.99.png', `blob:${location.origin}/1`]]);
    expect([files[0]!.type, files[0]!.name, tag.said]).to.deep.equal(['image/png', 'pix-cafe-manaca-100.99.png', 'Saving the code as a picture.']);
    expect([clicks, revoked], 'the page hears no click on a link of its own').to.deep.equal([0, []]);
    await page.time.advance(61_000);
    expect(revoked).to.deep.equal([`blob:${location.origin}/1`]);
  });

  it('the picture is at least 1,000 pixels wide, whole pixels to the module, black and white, the quiet zone 4 modules', async () => {
    for (const code of [CODE, DYNAMIC_CODE]) {
      const tag = await page.tag({ code });
      await tag.element.save('png');
      const bitmap = await createImageBitmap(files.at(-1)!);
      const modules = Number(tag.symbol!.getAttribute('viewBox')!.split(' ')[2]);
      expect([bitmap.width >= 1000, bitmap.width, bitmap.width % modules]).to.deep.equal([true, bitmap.height, 0]);
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
      const [black, white] = [0xff000000, 0xffffffff];
      let [left, top] = [Infinity, Infinity];
      pixels.forEach((pixel, at) => {
        if (pixel !== black) return;
        left = Math.min(left, at % bitmap.width);
        top = Math.min(top, Math.floor(at / bitmap.width));
      });
      const quiet = (4 * bitmap.width) / modules;
      expect([[...new Set(pixels)].sort(), left, top]).to.deep.equal([[black, white], quiet, quiet]);
    }
  });

  it('an SVG stands alone: well-formed, with a title, its text never markup', async () => {
    const code = charge({ merchantName: '<b>&"x"</b>', amount: '12.90' });
    const tag = await page.tag({ code });
    await tag.element.save('svg');
    const drawing = new DOMParser().parseFromString(await files[0]!.text(), 'image/svg+xml').documentElement;
    expect([drawing.localName, drawing.namespaceURI, [...drawing.children].map(({ localName }) => localName)]).to.deep.equal([
      'svg', 'http://www.w3.org/2000/svg', ['title', 'path', 'path'],
    ]);
    expect(drawing.querySelector('title')!.textContent).to.equal('Pay with Pix · <b>&"x"</b> · R$12.90');
    const modules = tag.symbol!.getAttribute('viewBox')!.split(' ')[2]!;
    expect([drawing.getAttribute('viewBox'), drawing.getAttribute('width'), drawing.getAttribute('height')]).to.deep.equal([
      `0 0 ${modules} ${modules}`, `${modules}0`, `${modules}0`,
    ]);
    const paths = [...drawing.querySelectorAll('path')].map((path) => [path.getAttribute('fill'), path.getAttribute('d')]);
    expect(paths).to.deep.equal([...tag.symbol!.querySelectorAll('path')].map((path) => [path.getAttribute('fill'), path.getAttribute('d')]));
    expect([files[0]!.type, downloads[0]![0]]).to.deep.equal(['image/svg+xml', 'pix-b-x-b-12.90.svg']);
  });

  for (const [what, attributes, name] of [
    ['no amount', { code: OPEN_CODE }, 'pix-cafe-manaca.png'],
    ['an amount of the page alone', { code: DYNAMIC_CODE, amount: '7.00' }, 'pix-studio-mar-7.00.png'],
    ['accents', { code: charge({ merchantName: 'Padaria São João', keepAccents: true, amount: '1234.50' }) }, 'pix-padaria-sao-joao-1234.50.png'],
    ['what no file system takes', { code: charge({ merchantName: '../..\\CON: a|b*?"<>' }) }, 'pix-con-a-b.png'],
    ['a name without Latin letters', { code: charge({ merchantName: 'متجر', keepAccents: true, amount: '1.00' }) }, 'pix-1.00.png'],
  ] as const) {
    it(`${what}: the file is called ${name}`, async () => {
      const tag = await page.tag(attributes);
      await tag.element.save('png');
      expect(downloads.map(([file]) => file)).to.deep.equal([name]);
    });
  }

  it('is a PNG where the page asks for nothing that we know', async () => {
    const tag = await page.tag({ code: CODE });
    for (const format of [undefined, 'jpeg']) await tag.element.save(format as 'png');
    expect(downloads.map(([name]) => name)).to.deep.equal(['pix-cafe-manaca-100.99.png', 'pix-cafe-manaca-100.99.png']);
  });

  for (const [what, spoil] of [
    ['gives no file', () => (HTMLCanvasElement.prototype.toBlob = (take) => take(null))],
    ['throws', () => (HTMLCanvasElement.prototype.toBlob = () => { throw new DOMException('no', 'SecurityError'); })],
    ['gives noise, so that nobody is recognised by it', () => readsBack((data) => data.forEach((_, at) => (data[at] = (at * 97) % 256)))],
    ['gives nothing but white', () => readsBack((data) => data.fill(255))],
  ] as const) {
    it(`a canvas that ${what}: the SVG instead`, async () => {
      const undo = spoil() as unknown;
      try {
        const tag = await page.tag({ code: CODE });
        await tag.element.save('png');
        expect([downloads.map(([name]) => name), files[0]!.type]).to.deep.equal([['pix-cafe-manaca-100.99.svg'], 'image/svg+xml']);
        expect(page.complaints).to.deep.equal([]);
      } finally {
        if (typeof undo === 'object') (undo as { undo(): void }).undo();
      }
    });
  }

  it('where neither can be had nothing is said to be saved, and the console says why', async () => {
    URL.createObjectURL = () => {
      throw new TypeError('no blobs here');
    };
    const tag = await page.tag({ code: CODE });
    await tag.element.save('png');
    expect([downloads, tag.said, tag.names]).to.deep.equal([[], 'Your bank confirms the payment.', ['payment-status']]);
    expect(page.complaints.join()).to.match(/<pix-qr> save\(\): TypeError: no blobs here/);
  });

  it('a code that is over by the time its picture is there is not saved', async () => {
    const { promise, resolve } = promised<void>();
    let asked = 0;
    HTMLCanvasElement.prototype.toBlob = function (this: HTMLCanvasElement, ...args: Parameters<typeof real.toBlob>) {
      asked += 1;
      void promise.then(() => real.toBlob.apply(this, args));
    };
    const tag = await page.tag({ code: CODE });
    const saved = tag.element.save('png');
    await until('the drawing', () => asked);
    tag.element.payment = { ...tag.element.payment, status: 'expired' };
    await settle();
    resolve();
    await saved;
    expect(downloads).to.deep.equal([]);
  });
});

/** Spoils what a canvas gives back. */
function readsBack(spoil: (data: Uint8ClampedArray) => unknown): { undo(): void } {
  const { prototype } = CanvasRenderingContext2D;
  const { getImageData } = prototype;
  prototype.getImageData = function (this: CanvasRenderingContext2D, ...args: Parameters<typeof getImageData>) {
    const image = getImageData.apply(this, args);
    spoil(image.data as Uint8ClampedArray);
    return image;
  } as typeof getImageData;
  return { undo: () => (prototype.getImageData = getImageData) };
}

describe('<pix-qr>: the code shared with another app', () => {
  let shared: ShareData[] = [];
  function sharing(share: ((data: ShareData) => Promise<void>) | undefined, takesFiles = true): void {
    shared = [];
    const take = share && ((data: ShareData) => (shared.push(data), share(data)));
    Object.defineProperty(navigator, 'share', { configurable: true, value: take });
    Object.defineProperty(navigator, 'canShare', { configurable: true, value: share && ((data: ShareData) => takesFiles || !data.files) });
  }
  afterEach(() => {
    delete (navigator as { share?: unknown }).share;
    delete (navigator as { canShare?: unknown }).canShare;
  });

  it('its text with its picture, and neither address nor id of the payment', async () => {
    sharing(() => Promise.resolve());
    page.server.answers({ status: 'pending', id: 'SECRET-ID', statusUrl: '/payments/8f2c?token=SECRET' });
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, reference: 'ORD-5023' });
    await tag.element.refresh();
    expect(await tag.element.share()).to.equal(true);
    const [{ files: [file] = [], ...rest }] = shared as [ShareData];
    expect(rest).to.deep.equal({ title: 'Pay with Pix · CAFE MANACA · R$100.99', text: CODE });
    expect([file!.type, file!.name]).to.deep.equal(['image/png', 'pix-cafe-manaca-100.99.png']);
    expect(await createImageBitmap(file!)).to.have.property('width').which.is.at.least(1000);
    expect(JSON.stringify(shared)).to.not.match(/8f2c|SECRET|http/);
  });

  it('its text alone where files are not taken, or cannot be drawn', async () => {
    sharing(() => Promise.resolve(), false);
    const tag = await page.tag({ code: CODE });
    await tag.press('Share');
    await until('the share sheet', () => shared.length);
    HTMLCanvasElement.prototype.toBlob = (take) => take(null);
    sharing(() => Promise.resolve());
    expect(await tag.element.share()).to.equal(true);
    expect(shared).to.deep.equal([{ title: 'Pay with Pix · CAFE MANACA · R$100.99', text: CODE }]);
  });

  it('is true only once the browser says so', async () => {
    const { promise, resolve } = promised<void>();
    sharing(() => promise);
    const tag = await page.tag({ code: CODE });
    let done: boolean | undefined;
    void tag.element.share().then((result) => (done = result));
    await until('the share sheet', () => shared.length);
    await settle();
    expect(done).to.equal(undefined);
    resolve();
    await settle();
    expect(done).to.equal(true);
  });

  for (const [name, complaints] of [['AbortError', 0], ['NotAllowedError', 1], ['DataError', 1]] as const) {
    it(`${name}: false, no error event${complaints ? ', and a word in the console' : ' and no word, because the shopper has called it off'}`, async () => {
      sharing(() => Promise.reject(new DOMException('no', name)));
      const tag = await page.tag({ code: CODE });
      expect([await tag.element.share(), tag.names, page.complaints.length]).to.deep.equal([false, ['payment-status'], complaints]);
    });
  }

  it('false where the browser shares nothing, and no button for it', async () => {
    sharing(undefined);
    const tag = await page.tag({ code: CODE });
    expect([await tag.element.share(), tag.acts]).to.deep.equal([false, ['Copy code', 'Save', 'Print']]);
  });
});
