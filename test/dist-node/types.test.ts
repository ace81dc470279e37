import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import { consumer, MODULES, ROOT } from './consumer.ts';

const SHOP = `
import 'paytags/all';
import { OctopusPay, OkpayButton, OkpayCollect, OkpayItem, OkpaySeal, OktoCashBarcode, OktoWalletQr, PixQr, VERSION, decodeBrCode, encodeBrCode, parseAutoReturn, paymentFromCheckout, type OkpayReturn, type Payment, type Status } from 'paytags';
import { discover } from 'paytags/autoloader';
import 'paytags/define/pix-qr';

const tag: PixQr = document.createElement('pix-qr');
tag.code = encodeBrCode({ pixKey: 'shop@example.com', merchantName: 'Shop', merchantCity: 'Recife' });
tag.addEventListener('payment-paid', (event) => { const payment: Payment = event.payment; const late: boolean = event.late; void [payment, late]; });
tag.addEventListener('payment-error', (event) => { const code: string = event.code; const again: boolean = event.recoverable; void [code, again]; });
const cash: OktoCashBarcode = document.createElement('okto-cash-barcode');
const wallet: OktoWalletQr = document.createElement('okto-wallet-qr');
Object.assign(cash, { messages: { till: 'Show' } } satisfies Pick<OktoCashBarcode, 'messages'>);
wallet.addEventListener('payment-open', (event) => { const url: string = event.url; void [url, cash.showAtTill()]; });
const octopus: OctopusPay = document.createElement('octopus-pay');
octopus.payment = paymentFromCheckout({});
const collect: OkpayCollect = document.createElement('okpay-collect');
Object.assign(collect, { messages: { openUpi: 'Open' } } satisfies Pick<OkpayCollect, 'messages'>);
const button: OkpayButton = document.createElement('okpay-button');
button.itemCustom1Title = button.returnSuccess = button.toURL() + button.toFormHTML();
button.total = true;
Object.assign(button, { messages: { opening: 'One moment' } } satisfies Pick<OkpayButton, 'messages'>);
const item: OkpayItem = document.createElement('okpay-item');
item.shipping2 = '1.50';
// @ts-expect-error No variable of OKPAY's is called so.
item.colour = 'red';
const seal: OkpaySeal = document.createElement('okpay-seal');
seal.addEventListener('payment-error', ({ code }) => void code);
collect.payment = { status: 'pending', okpayCollect: { url: '/pay' } };
const back: OkpayReturn | undefined = parseAutoReturn(location);
const told: 'completed' | undefined = back?.payment.status === 'completed' ? back.payment.status : undefined;
void told;
const status: Status = tag.status;
const copied: Promise<boolean> = tag.copy();
discover(document.body);
void [VERSION, decodeBrCode(tag.code).merchantName, status, copied];
// @ts-expect-error A secret has no place in a page.
tag.secretKey = 'x';
// @ts-expect-error The status is the tag's to write.
tag.status = 'paid';
`;

const SERVER = `
import { checkoutOctopus, createPayments, okpayCollect, okpayPayouts, oktoCash, oktoPix, oktoWallet, type Provider } from 'paytags/server';
import { sqliteStore } from 'paytags/server/sqlite';
import { createCheckoutSandbox, createOkpayCollectSandbox, createOktoPixSandbox, createOktoSandbox, type OktoSandboxOptions } from 'paytags/sandbox';

type Options = Parameters<typeof createPayments>[0];
declare const provider: Provider;
export function open(options: Omit<Options, 'store' | 'providers'>): Promise<Response> {
  const payments = createPayments({ ...options, store: sqliteStore('payments.db'), providers: [provider] });
  return Promise.resolve(payments.handle(new Request('https://shop.example/payments')));
}
export const providersOf = ({ settings }: ReturnType<typeof createOktoSandbox>): Provider[] => [oktoCash(settings), oktoWallet(settings)];
export const options: Pick<OktoSandboxOptions, 'notification'> = { notification: { header: 'x-api-key', scheme: 'equals' } };
export const octopusOf = ({ settings }: ReturnType<typeof createCheckoutSandbox>): Provider => checkoutOctopus({ ...settings, processingChannelId: 'pc_1', successUrl: 'https://shop.example/', failureUrl: 'https://shop.example/' });
export const collectOf = ({ settings }: ReturnType<typeof createOkpayCollectSandbox>): Provider => okpayCollect(settings);
void [oktoPix, createOktoPixSandbox, okpayPayouts];
// @ts-expect-error Without a store nothing is kept.
createPayments({ providers: [] });
`;

const RESOLUTIONS = {
  NodeNext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  Bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
};

describe('the types of the package', () => {
  let project: ReturnType<typeof consumer>;
  before(() => {
    project = consumer();
    writeFileSync(join(project.folder, 'package.json'), '{"type":"module"}');
  });
  after(() => project.remove());

  it('are there for every module', () => {
    assert.deepEqual(MODULES.filter(({ types }) => !types).map(({ name }) => name), []);
  });

  for (const [resolution, options] of Object.entries(RESOLUTIONS)) {
    it(`tell a page what it may do, found as ${resolution} finds them`, () => {
      assert.deepEqual(complaints('shop.ts', SHOP, { ...options, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [] }), []);
    });

    it(`tell a server what it may do, without those of a page, found as ${resolution} finds them`, () => {
      assert.deepEqual(complaints('server.ts', SERVER, { ...options, lib: ['lib.es2022.d.ts'], types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')] }), []);
    });
  }

  function complaints(name: string, code: string, options: ts.CompilerOptions): string[] {
    const file = join(project.folder, name);
    writeFileSync(file, code);
    const program = ts.createProgram([file], { ...options, target: ts.ScriptTarget.ES2022, strict: true, noEmit: true, skipLibCheck: false });
    return ts.getPreEmitDiagnostics(program).map(({ messageText, file: at, start = 0 }) => {
      const line = at ? `${at.fileName}:${at.getLineAndCharacterOfPosition(start).line + 1}: ` : '';
      return line + ts.flattenDiagnosticMessageText(messageText, ' ');
    });
  }
});
