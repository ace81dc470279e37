import { css } from 'lit';

/** What bars and what is asked before them need besides the code: a plate as wide as whole device pixels allow, and the facts of the payment. */
export const barsStyles = css`
  [part='plate'] {
    overflow: hidden;
    /* On a narrow page another pixel to the module is worth the padding of the ticket. */
    max-width: none;
    /* Browsers may draw the symbol, which brings its own quiet zone, a pixel beside its place. */
    padding: 0.75em 1px 0.375em;
    text-align: center;
  }
  [part='symbol'] {
    /* Not even a pixel to the module: then there are no bars at all. */
    width: round(down, min(100cqi - 4px, 44em), var(--module));
    height: clamp(5em, 24cqi, 9em);
    margin: auto;
  }
  [part='readable'] {
    padding: 0.375em 0.5em 0;
    font: 0.8125em/1.3 var(--paytags-font-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
    color: #000;
  }
  [part='readable'] i {
    display: inline-block;
  }
  .stub .main {
    min-height: max(48px, 3em);
    margin-top: var(--space);
  }
  .facts {
    grid-row: 4;
    margin: 0 calc(var(--pad) / 0.9375) 0.75em;
    font-size: 0.9375em;
  }
  .facts div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    padding: 0.625em 0;
  }
  .facts div + div {
    border-top: 1px solid var(--border);
  }
  dt {
    color: var(--muted);
  }
  dd {
    font-weight: 600;
  }
  .facts i + i {
    margin-inline-start: 0.3em;
  }
  .facts ~ :is([part='status'], .lines) {
    grid-row: 5;
  }
  [part='steps'] {
    grid-row: 6;
  }
  @container (width >= 45em) {
    .coded {
      max-width: 64em;
      grid-template-rows: auto auto auto auto auto 1fr;
    }
    .coded [part='symbol'] {
      width: round(down, min(100cqi - 24.5em, 44em), var(--module));
      height: 8.5em;
    }
    .stub {
      justify-content: center;
    }
  }
`;
