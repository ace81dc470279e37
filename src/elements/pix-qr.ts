import { html, type TemplateResult } from 'lit';
import { brCodeAmount, readBrCode } from '../formats/brcode.ts';
import type { Payment } from '../formats/payment.ts';
import { Problem } from '../formats/problem.ts';
import type { PixWords } from '../locales/en/pix-qr.ts';
import type { PixStates } from '../locales/en/pix-qr-states.ts';
import { actionsRow, amountText, plate, statusLine, steps } from '../ui/payment-panel.ts';
import { AGAIN_MS, PaymentElement } from '../ui/payment-element.ts';
import { copyRow } from '../ui/copy-row.ts';
import { SCAN } from '../ui/icons.ts';
import { property } from '../ui/property.ts';
import type { DrawnOffer, Field } from '../ui/offer.ts';
import { invalid, pageAmount } from '../ui/page-amount.ts';
import { qrSymbol } from '../ui/qr-symbol.ts';
import { copyStyles } from '../ui/styles/copy.ts';
import { Words } from '../ui/words.ts';

export type { PixStates, PixWords };
// Whoever imports the tag alone hears its events typed too.
export type * from '../act-events.ts';
export type * from '../events.ts';

/** The currency of every BR Code (field 53 is always 986). */
const BRL = 'BRL';

/**
 * A PIX charge as a scannable QR code with its copy-and-paste text, a clock and the result. Amount and payee are read from
 * the code itself; a damaged code, or one that asks for another amount than the page, is never drawn.
 */
export class PixQr extends PaymentElement {
  static override styles = [...PaymentElement.styles, copyStyles];
  static override readonly words: Words<PixWords> = new Words(async (language) => (await import(`../locales/${language}/pix-qr.ts`)).pixWords);
  static override readonly states: Words<PixStates> = new Words(async (language) => (await import(`../locales/${language}/pix-qr-states.ts`)).pixStates);

  /** Any text of the tag overridden, by the key of its word. */
  declare messages: Partial<PixStates> | undefined;

  /** BR Code text ("copia e cola") as the provider gave it: at most 512 characters, never reformatted. */
  @property() code = '';

  /** What the shopper types before the code is asked for at `create-url`: `amount`, `cpf` or both, separated by spaces. */
  @property() ask = '';

  /** PIX key of a static code made in the page: e-mail, CPF, CNPJ, `+55…` telephone or random key, 1 to 77 characters. */
  @property() pixKey = '';

  /** Payee of a static code: accents are taken off, then cut at 25 characters. */
  @property() merchantName = '';

  /** City of the payee of a static code: accents are taken off, then cut at 15 characters. */
  @property() merchantCity = '';

  /** Identifier of a static code: 1 to 25 letters and digits, `***` when empty. */
  @property() txid = '';

  /** Text for the payer in a static code; with the key at most 73 characters. */
  @property() description = '';

  #encode: typeof import('../formats/static-code.ts').staticCode | undefined;
  #drawn: { text: string; symbol: DrawnOffer['symbol']; payee: string; asked: string | undefined } | undefined;

  override get method() {
    return 'pix' as const;
  }

  override get mark(): string {
    return SCAN;
  }

  override get paidIn(): string {
    return BRL;
  }

  override get asked(): readonly Field[] {
    return (this.ask.match(/\b(amount|cpf)\b/g) ?? []) as Field[];
  }

  override given(): Partial<Payment> | undefined {
    const code = this.code || this.#staticCode();
    return code ? { pix: { code } } : undefined;
  }

  override read({ pix, amount: charged }: Payment): DrawnOffer | undefined {
    if (this.currency && this.currency !== BRL) throw invalid('currency', this.currency, 'a PIX code is in BRL');
    const page = pageAmount(charged ?? this.amount);
    const text = `${pix?.code ?? ''}`.trim();
    if (!text) return undefined;
    if (text !== this.#drawn?.text) {
      const { payee, asked } = decoded(text);
      this.#drawn = { text, symbol: qrSymbol(text), payee, asked };
    }
    const { symbol, payee, asked } = this.#drawn;
    return { text, symbol, amount: sameAmount(asked, page), payee };
  }

  override body(offer: DrawnOffer): TemplateResult {
    const words = this.words as PixWords;
    return html`
      <div class="stub">${plate(offer, words.symbol(offer.payee, amountText(this)))}${copyRow(this, offer)}</div>
      ${statusLine(this)}${steps(words.steps)}${actionsRow(this)}
    `;
  }

  /** The code of `pix-key` and its neighbours; the encoder is fetched when there is a key. */
  #staticCode(): string {
    if (!this.pixKey) return '';
    if (this.#encode) return this.#encode(this);
    const again = () => this.requestUpdate();
    import('../formats/static-code.ts').then(({ staticCode }) => {
      this.#encode = staticCode;
      again();
    }, () => setTimeout(again, AGAIN_MS));
    return '';
  }
}

/** Who is paid, and how much the code asks for. */
function decoded(text: string): { payee: string; asked: string | undefined } {
  try {
    const { objects } = readBrCode(text);
    return { payee: objects.get('59')!, asked: brCodeAmount({ amount: objects.get('54') }) };
  } catch (error) {
    throw new Problem('invalid-code', `The code is not drawn: ${(error as Error).message}.`, { cause: error });
  }
}

/** The amount to show: the code's own where it has one, which must be the page's then. */
function sameAmount(code: string | undefined, page: string): string | undefined {
  if (code && page && code !== page) {
    throw new Problem('mismatch', `amount="${page}", but the code asks for ${code}: it is not drawn.`, { field: 'amount', value: code });
  }
  return code || page || undefined;
}
