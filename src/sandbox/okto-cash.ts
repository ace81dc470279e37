import { randomInt } from 'node:crypto';
import { elementString } from '../formats/gs1.ts';
import { voucherElements } from '../formats/gs1-pattern.ts';
import { json } from '../server/answers.ts';
import { Rejection } from '../server/rejection.ts';
import { switchRoutes, type Route } from './answer.ts';
import { SandboxError } from './charge.ts';
import { COUNTER_SWITCHES, createCounter, MOST_DIGITS, type CashCharge, type Counter } from './counter.ts';
import { checkPackage } from './okto-accounts.ts';
import { createOktoSide, readAsked, type OktoRules } from './okto-charge.ts';
import type { ProviderSide, SandboxSurroundings } from './provider-side.ts';

/** How OKTO Cash is set. */
export interface CashOptions {
  /** How the barcode is made of package and payment code, in either notation; the documents' pattern when left out. */
  readonly gs1Pattern?: string;
  /** How long payment codes are, 1 to 7 digits; 7 when left out. */
  readonly paymentCodeLength?: number;
  /** How long a charge can be paid, in seconds; two days when left out. */
  readonly expiresInSeconds?: number;
}

const TWO_DAYS = 2 * 86_400;
/** How often another code is drawn while the ones drawn are taken. */
const DRAWS = 100;

/** OKTO Cash's part of the provider. */
export function createCash(
  { gs1Pattern, paymentCodeLength: digits = MOST_DIGITS, expiresInSeconds = TWO_DAYS }: CashOptions,
  rules: OktoRules,
  surroundings: SandboxSurroundings,
): { routes: Route[]; counter: Counter; side: ProviderSide<CashCharge> } {
  if (!Number.isInteger(digits) || digits < 1 || digits > MOST_DIGITS) {
    throw new TypeError(`createOktoSandbox: paymentCodeLength must be 1 to ${MOST_DIGITS}`);
  }
  const { now = () => new Date() } = surroundings;
  const byScan = new Map<string, CashCharge>();
  const byCode = new Map<string, CashCharge>();
  const side = createOktoSide<CashCharge>(rules, surroundings);
  const counter = createCounter({ byScan: (elements) => byScan.get(elements), byCode: (code) => byCode.get(code) }, side.acts);

  async function create(request: Request): Promise<Response> {
    const { body, country, terms, earlier } = await readAsked(request, rules, side);
    const { packageId } = body;
    if (typeof packageId !== 'string') throw new Rejection('bad-body');
    checkPackage(terms.account, packageId, { ...terms, country });
    if (earlier && earlier.packageId !== packageId) throw new Rejection('conflict');
    const { paymentCode, expiresAt } = earlier ?? issue({ ...terms, packageId });
    return json(201, { packageId, paymentCode, expiresAt: new Date(expiresAt).toISOString() });
  }

  function issue(terms: Omit<CashCharge, 'expiresAt' | 'paymentCode'>): CashCharge {
    const paymentCode = freeCode();
    const charge: CashCharge = { ...terms, paymentCode, expiresAt: now().getTime() + expiresInSeconds * 1000 };
    byScan.set(elementString(voucherElements({ ...charge, gs1Pattern })), charge);
    byCode.set(paymentCode, charge);
    side.keep(charge);
    return charge;
  }

  /** A code that nobody has. */
  function freeCode(): string {
    for (let draw = 0; draw < DRAWS; draw++) {
      const code = String(randomInt(10 ** digits)).padStart(digits, '0');
      if (!byCode.has(code)) return code;
    }
    throw new SandboxError('no-code-left');
  }

  return { routes: [['POST', '/api/integration/cash', create], ...switchRoutes('/counter', counter, COUNTER_SWITCHES)], counter, side };
}
