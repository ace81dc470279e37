import { readOkpayPayment } from '../../formats/okpay-payment.ts';
import { seeOther } from '../answers.ts';
import { readBody } from '../body.ts';
import type { Surroundings } from '../provider.ts';
import { invoiced } from './okpay-ipn-book.ts';
import type { KnownIpn } from './okpay-ipn-settings.ts';

/** What a page is led to as a success: it informs, and proves nothing. */
const GOOD: readonly unknown[] = ['completed', 'pending', 'hold'];

/**
 * `/return/okpay`: leads a buyer whom OKPAY has sent back on to the shop's own page, without what OKPAY says of them; `invoice` goes along
 * where it is one that we gave. Throws a Rejection for a body that is too large or no form.
 */
export async function leadOn(pages: NonNullable<KnownIpn['pages']>, request: Request, { store }: Surroundings): Promise<Response> {
  const params = request.method === 'GET' ? new URL(request.url).searchParams : new URLSearchParams(Buffer.from(await readBody(request, 'form')).toString());
  const { status, invoice } = readOkpayPayment(params);
  const page = new URL(GOOD.includes(status) ? pages.success : pages.fail);
  if (await invoiced(store, invoice)) page.searchParams.set('invoice', invoice);
  return seeOther(page.href);
}
