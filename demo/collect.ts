import { createOkpayCollectSandbox } from '../src/sandbox.ts';
import type { OkpayCollectSettings } from '../src/server.ts';
import type { Side } from './providers.ts';

/** By which OKPAY says that an order is another country's: it does not know it, or not its currency. */
const ELSEWHERE: readonly unknown[] = [7, 12];

/** The shops, by the currency that they take. */
const SHOPS = { INR: 'Example Crafts', IDR: 'Toko Contoh' } as const;

/** OKPAY Collect in India and Indonesia, as one platform with one merchant. */
export function openCollect(merchant: Required<Pick<OkpayCollectSettings, 'baseUrl' | 'mchId' | 'returnUrl'>> & { readonly key: string }): Side & { readonly settings: OkpayCollectSettings } {
  const open = (currency: keyof typeof SHOPS) => createOkpayCollectSandbox({ ...merchant, currency, shop: SHOPS[currency] });
  const [india, indonesia] = [open('INR'), open('IDR')];

  async function handle(request: Request): Promise<Response> {
    const again = request.clone();
    const answer = await india.handle(request);
    return (await isElsewhere(answer.clone())) ? indonesia.handle(again) : answer;
  }

  return {
    handle,
    settings: { ...merchant, payTypes: { ...india.settings.payTypes, ...indonesia.settings.payTypes }, fetch: handle },
    async settled() {
      await Promise.all([india.settled(), indonesia.settled()]);
    },
  };
}

async function isElsewhere(answer: Response): Promise<boolean> {
  if (answer.status === 404) return true;
  const said: unknown = answer.headers.get('content-type')?.startsWith('application/json') ? await answer.json() : undefined;
  return ELSEWHERE.includes(Object(said).code);
}
