import { randomBytes } from 'node:crypto';
import { json } from '../server/answers.ts';
import { switchRoutes, type Route } from './answer.ts';
import { APP_SWITCHES, createApp, type WalletApp, type WalletCharge } from './app.ts';
import { createOktoSide, readAsked, type OktoRules } from './okto-charge.ts';
import type { ProviderSide, SandboxSurroundings } from './provider-side.ts';

/** How OKTO Wallet is set. */
export interface WalletOptions {
  /** What stands before the token in the link that opens the app; `https://app.okto.example/open/` when left out. */
  readonly appUrl?: string;
  /** How long a charge can be approved, in seconds; 900 when left out. */
  readonly expiresInSeconds?: number;
}

/** The address that a QR code names; `.example` belongs to nobody (RFC 2606). */
const CODE_URL = 'https://wallet.okto.example/';

/** OKTO Wallet's part of the provider. */
export function createWallet(
  { appUrl = 'https://app.okto.example/open/', expiresInSeconds = 900 }: WalletOptions,
  rules: OktoRules,
  surroundings: SandboxSurroundings,
): { routes: Route[]; app: WalletApp; side: ProviderSide<WalletCharge> } {
  const { now = () => new Date() } = surroundings;
  const byToken = new Map<string, WalletCharge>();
  const side = createOktoSide<WalletCharge>(rules, surroundings);
  const app = createApp((token) => byToken.get(token), side.acts);

  async function create(request: Request): Promise<Response> {
    const { terms, earlier } = await readAsked(request, rules, side);
    const { code, token, expiresAt } = earlier ?? issue(terms);
    return json(201, { qrCode: code, appUrl: appUrl + token, expiresAt: new Date(expiresAt).toISOString() });
  }

  function issue(terms: Omit<WalletCharge, 'expiresAt' | 'token' | 'code'>): WalletCharge {
    const token = randomBytes(16).toString('hex');
    const charge: WalletCharge = { ...terms, token, code: CODE_URL + token, expiresAt: now().getTime() + expiresInSeconds * 1000 };
    byToken.set(token, charge);
    side.keep(charge);
    return charge;
  }

  return { routes: [['POST', '/api/integration/wallet', create], ...switchRoutes('/app', app, APP_SWITCHES)], app, side };
}
