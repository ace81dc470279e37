import { html, nothing, type TemplateResult } from 'lit';
import type { PaperWords } from '../../locales/en/paper.ts';
import type { DrawnOffer } from '../offer.ts';
import type { PaymentLife } from '../payment-life.ts';

/** A module of a QR code on paper, in mm, and the least that the scanners of banks and tills read: it is less than the first only where the page is too small. */
const MODULE_MM = 1;
const LEAST_MM = 0.33;
/** Bars are drawn a little above the least, so that no printer's rounding gets below, and so high. */
const BARS_MODULE_MM = 0.34;
const BARS_HEIGHT_MM = 25;
/** The sheet's own margins, above and below, in mm. */
const MARGINS_MM = 30;

/** The sheet: how much, to whom and until when; the code with its whole text; what to do and what to know; a line to check the scale by. */
export function sheet(life: PaymentLife, offer: DrawnOffer, words: PaperWords): TemplateResult {
  const { host, states } = life;
  const reference = host.payment.reference || host.reference;
  const { deadline } = life.watch;
  const dated = !Number.isNaN(deadline);
  const help = life.links.help;
  const notes = [words.notReceipt, words.payOnce, dated && words.renew, help && words.questions(readable(help))];
  return html`
    <header>
      <div>
        <p>${slotted(life, 'heading')[0] ?? host.words.heading}</p>
        <p class="amount">${life.amountText}</p>
        <p><b>${life.payee}</b>${life.payee && reference ? ' · ' : ''}${reference && host.words.order(reference)}</p>
        ${host.sandbox ? html`<p><b>${states.sandbox}</b></p>` : nothing}
      </div>
      ${dated ? html`<p class="before">${words.payBefore}<b>${life.moment(deadline)}</b></p>` : nothing}
    </header>
    <div class="code">
      ${drawing(offer)}
      ${offer.readable ? html`<p class="readable" dir="ltr" translate="no">${offer.readable}</p>` : nothing}
      <p>${states.codeLabel}</p>
      ${offer.groups ? html`<p class="amount" dir="ltr" translate="no">${offer.groups.join('\u00a0')}</p>` : html`<pre dir="ltr" translate="no">${offer.text}</pre>`}
    </div>
    <div class="notes">
      <section>
        <h2>${words.howToPay}</h2>
        <ol>${listed(or(slotted(life, 'instructions'), states.paperSteps))}</ol>
      </section>
      <section>
        <h2>${words.goodToKnow}</h2>
        <ul>${listed(notes)}</ul>
      </section>
    </div>
    <footer>
      <p class="scale">${words.scale}</p>
      <p>${words.printed(life.moment(life.watch.clock.now()))}</p>
    </footer>
  `;
}

/** The symbol with its quiet zone, as large as `MODULE_MM` says and the page holds. */
function drawing({ symbol: { modules, rows, path } }: DrawnOffer): TemplateResult {
  const wide = (mm: number) => `${modules * mm}mm`;
  const size = rows === 1 ? `width:${wide(BARS_MODULE_MM)};height:${BARS_HEIGHT_MM}mm` : `width:max(${wide(LEAST_MM)},min(${wide(MODULE_MM)},100%,100vh - ${MARGINS_MM}mm))`;
  return html`<svg viewBox="0 0 ${modules} ${rows}" preserveAspectRatio="none" shape-rendering="crispEdges" .style=${size}><path d=${path} /></svg>`;
}

const listed = (lines: readonly (string | false | undefined)[]) => lines.map((line) => (line ? html`<li>${line}</li>` : nothing));

/** The lines that the page has put into a slot of the tag in place of ours. */
function slotted({ host }: PaymentLife, name: string): string[] {
  const put = host.querySelectorAll<HTMLElement>(`:scope > [slot="${name}"]`);
  return [...put].flatMap((element) => element.innerText.split('\n')).map((line) => line.trim()).filter(Boolean);
}

const or = (lines: readonly string[], ours: readonly string[]) => (lines.length ? lines : ours);

/** An address as somebody would type it. */
const readable = (url: string): string => url.replace(/^(https:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
