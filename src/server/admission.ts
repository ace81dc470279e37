import { consentTo, type Consent } from './consent.ts';
import type { Context } from './context.ts';
import { checkPayer } from './kyc.ts';
import type { Assignment } from './provider.ts';
import { amountNotOffered, Refusal } from './refusal.ts';
import { invalid, type Priced } from './wish.ts';

/** What is settled before a payment is kept: who takes it, and what its payer has accepted. */
export interface Admission {
  readonly account?: string;
  readonly country?: string;
  readonly consent?: Consent;
}

/**
 * Whether a payment may be made at all: its amount is on offer, its terms are accepted, and its payer is looked at where the
 * account wants it. Throws a Refusal; the provider has heard of nothing.
 */
export async function admit(context: Context, wish: Priced): Promise<Admission> {
  const { draft, payer, provider, terms, texts } = wish;
  const { amount, currency, reference, country = draft.country, customer } = terms;
  const refusal = provider.check?.({ draft, payer, amount, currency, reference, country, now: context.now() }, texts);
  if (refusal) throw refusal;
  const assignment = await assign(context, wish);
  if (assignment && 'offers' in assignment) throw amountNotOffered(texts, { ...assignment, currency });
  if (assignment && 'wants' in assignment) throw invalid(texts, [assignment.wants]);
  const consent = await consentTo(context, wish);
  if (!assignment) return { ...(country !== undefined && { country }), ...(consent && { consent }) };
  const { account, requestKyc } = assignment;
  const where = assignment.country === undefined ? {} : { country: assignment.country };
  if (requestKyc) await checkPayer(context, wish, { provider: provider.name, account, amount, currency, reference, customer, ...where });
  return { account, ...where, ...(consent && { consent }) };
}

async function assign({ warn }: Context, { provider, draft, terms, texts }: Priced): Promise<Assignment | undefined> {
  const { amount, currency, reference, country } = terms;
  try {
    return await provider.assign?.({ draft, amount, currency, reference, country });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    warn(`paytags: ${provider.name} has no account for a payment (${(error as Error | null)?.name})`);
    throw new Refusal('unavailable', texts.unavailable);
  }
}
