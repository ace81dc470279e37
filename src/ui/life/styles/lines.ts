import { css } from 'lit';

/** What stands beside the code: ribbon, notices, clock, hints and actions; and all of it in forced colours. */
export const linesStyles = css`
  [part='sandbox'] {
    grid-row: 1;
    grid-column: 1 / -1;
    padding: 0.375em var(--pad);
    border-radius: calc(var(--radius) / 0.8125) calc(var(--radius) / 0.8125) 0 0;
    display: flex;
    gap: 0.5em;
    align-items: start;
    justify-content: center;
    background: repeating-linear-gradient(135deg, #0000 0 0.5em, color-mix(in srgb, var(--warning) 9%, #0000) 0 1em) var(--warning-surface);
    color: var(--warning);
    font-size: 0.8125em;
    font-weight: 600;
  }

  .notice {
    grid-row: 4;
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.625em;
    align-items: start;
    margin-bottom: 0.75em;
    padding: 0.75em;
    border-radius: var(--radius-control);
    font-size: 0.9375em;
    line-height: 1.45;
  }
  .notice span {
    grid-column: 2;
  }
  .lines {
    grid-row: 4;
    padding-inline: var(--pad);
  }
  .lines [part='status'] {
    margin: 0;
  }
  .warning {
    background: var(--warning-surface);
  }
  .fit {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
  }
  .fit > :not(b, [part]) {
    flex-basis: 100%;
  }
  [part='clock'] {
    color: var(--muted);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .warning :is(.icon, b, [part='clock']) {
    color: var(--warning);
    font-weight: 600;
  }
  [part='code'] {
    /* What is selected is the code byte for byte, also on a page that lets nothing be selected or sets everything in capitals. */
    -webkit-user-select: all;
    user-select: all;
    text-transform: none;
  }
  [part='copy-button']:has(.done) {
    background: var(--success-surface);
    color: var(--success);
  }
  .said {
    display: flex;
    gap: 0.5em;
    align-items: start;
    padding: 0.625em 0.25em 0;
    font-size: 0.9375em;
    line-height: 1.45;
  }
  .said .icon {
    color: var(--success);
  }
  .said.trouble .icon {
    color: var(--warning);
  }

  /* Where bars have become too narrow, or have no room at all. */
  .narrow {
    margin-bottom: 0.75em;
    font-size: 0.9375em;
    line-height: 1.45;
  }
  .barless [part='symbol'] {
    height: 0;
  }

  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-evenly;
    overflow-wrap: break-word;
    border-top: 1px solid var(--border);
    padding: 0.25em;
  }
  [part='actions'] :is(button, a),
  ::slotted([slot='help']) {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0;
    min-height: max(56px, 3.5em);
    padding: 0.25em;
    background: none;
    color: var(--muted);
    font-size: 0.8125em;
    font-weight: 500;
    text-align: center;
    text-decoration: none;
  }
  @container (width < 21.25em) {
    /* Nothing here may move the code, which stands already. */
    .ticket {
      overflow-wrap: anywhere;
    }
    [part='code'] {
      flex-basis: 100%;
      white-space: pre-wrap;
    }
    button {
      flex-shrink: 1;
    }
  }
  @container (width >= 45em) {
    .coded [part='actions'] {
      justify-content: start;
      padding-inline: calc(var(--pad) - 1em);
    }
    .coded [part='help'] {
      margin-inline-start: auto;
    }
    .coded [part='actions'] :is(button, a) {
      flex: 0 1 auto;
      flex-direction: row;
      gap: 0.5em;
      padding-inline: 1em;
    }
  }

  @media print {
    .ticket {
      --surface: #fff;
      --sunken: #fff;
      --color: #000;
      --muted: #000;
      color: #000;
    }
    .lines,
    .said,
    [part='copy-button'],
    [part='actions'] {
      display: none;
    }
    [part='code'] {
      white-space: pre-wrap;
      word-break: break-all;
    }
    [part='code'] span {
      font-size: inherit;
    }
    [part='code'] span::before {
      content: none;
    }
  }

  /* The halves of the wide paper are drawn for reading from the left. */
  .coded:dir(rtl)::before,
  .coded:dir(rtl)::after,
  .turns:dir(rtl) {
    scale: -1 1;
  }
  /* On a page of a language that reads from the right, words of one that does not. */
  .ticket:dir(rtl) {
    text-align: right;
  }
  .ticket:dir(rtl) :is(p, li, b, span, h2, dd):not([part='merchant'], [part='merchant'] *) {
    unicode-bidi: plaintext;
  }
  @container style(--paytags-shadow: none) {
    .ticket::before,
    .ticket::after {
      filter: drop-shadow(1px 0 var(--border)) drop-shadow(-1px 0 var(--border)) drop-shadow(0 1px var(--border)) drop-shadow(0 -1px var(--border));
    }
  }

  @media (forced-colors: active) {
    /* A gradient keeps its colours where the text gets others. */
    .ticket::before,
    .ticket::after {
      display: none;
    }
    .main,
    [part='copy-button'] {
      forced-color-adjust: none;
      background: CanvasText;
      color: Canvas;
    }
    .ticket .icon {
      color: inherit;
    }
    .main,
    .outlined,
    .box,
    [part='seal'],
    [part='status'],
    .notice {
      border: 1px solid;
    }
    .ticket {
      border: 1px solid;
    }
    button {
      border: 1px solid;
    }
  }
`;
