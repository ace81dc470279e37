import { css } from 'lit';

/** The ticket with a code on it, in every width: tokens, frame, head, plate, copy row, status line and steps. */
export const styles = css`
  :host {
    --surface: var(--paytags-surface, light-dark(#fff, #181a1f));
    --sunken: var(--paytags-surface-sunken, light-dark(#f4f5f7, #23262d));
    --color: var(--paytags-color, light-dark(#14171c, #f1f3f6));
    --muted: var(--paytags-color-muted, light-dark(#4b525c, #b1b8c3));
    --border: var(--paytags-border, light-dark(#e2e5ea, #31353e));
    --accent: var(--paytags-accent, light-dark(#1a2230, #f1f3f6));
    --on-accent: var(--paytags-on-accent, light-dark(#fff, #14171c));
    --radius: var(--paytags-radius, 1.125em);
    --radius-control: var(--paytags-radius-control, 0.625em);
    --space: var(--paytags-space, 1em);
    --pad: calc(var(--space) * 1.25);
    --notch: 0.4375em;
    display: block;
    container-type: inline-size;
    color: var(--color);
    font: 400 max(16px, 1em) / 1.5 var(--paytags-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    font: inherit;
  }
  b {
    font-weight: 600;
  }
  .aloud {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }
  .icon {
    flex: none;
    width: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .ticket {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-width: 28em;
    margin-inline: auto;
    isolation: isolate;
  }
  .ticket > *,
  slot > * {
    grid-column: 1;
  }
  .ticket::before,
  .ticket::after {
    content: '';
    z-index: -1;
    grid-row: 1 / 3;
    grid-column: 1;
    border-radius: var(--radius) var(--radius) 0 0;
    --cut: #0000 calc(var(--notch) - 0.5px), var(--surface) calc(var(--notch) + 0.5px);
    --half: 51% 100%;
    background:
      radial-gradient(circle at var(--one, 0 100%), var(--cut)) 0 0 / var(--half) no-repeat,
      radial-gradient(circle at var(--other, 100% 100%), var(--cut)) 100% 100% / var(--half) no-repeat;
    filter: var(--shadow);
    clip-path: inset(-2em -2em 0);
  }
  .ticket::after {
    --one: 0 0;
    --other: 100% 0;
    grid-row: 3 / 9;
    border-radius: 0 0 var(--radius) var(--radius);
    clip-path: inset(0 -2em -3em);
  }

  [part='header'] {
    grid-row: 2;
    padding: var(--pad);
  }
  [part='heading'] {
    display: flex;
    align-items: center;
    gap: 0.625em;
    font-weight: 600;
  }
  [part='mark'] {
    display: grid;
    place-items: center;
    width: 2em;
    height: 2em;
    border-radius: 0.5em;
    background: var(--sunken);
  }
  [part='amount'] {
    margin-top: 0.3em;
    font-size: 2.125em;
    font-weight: 650;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.12;
    letter-spacing: -0.028em;
  }
  [part='merchant'] {
    margin-top: 0.25em;
    color: var(--muted);
    overflow-wrap: anywhere;
  }
  [part='merchant'] b {
    color: var(--color);
  }

  hr {
    grid-row: 3;
    align-self: start;
    margin: 0 calc(var(--notch) + 0.375em);
    border: 0 dashed var(--border);
    border-width: 1.5px 0 0;
  }
  .stub {
    grid-row: 3;
    display: flex;
    flex-direction: column;
    padding: var(--pad);
  }
  [part='plate'] {
    align-self: center;
    max-width: 100%;
    padding: 0.5em;
    border: 1px solid var(--border);
    border-radius: var(--paytags-radius-plate, 0.75em);
    background: #fff;
    forced-color-adjust: none;
  }
  [part='symbol'] {
    display: block;
    --module: calc(1px * var(--modules) / var(--pixels));
    width: max(var(--module), round(down, min(100cqi - 5.5em, var(--paytags-code-size, 18em)), var(--module)));
    height: auto;
  }
  [part='copy'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    margin-top: var(--space);
    padding: 0.25em;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius-control) + 0.25em);
    background: var(--sunken);
  }
  [part='code'] {
    flex: 1;
    padding: 0.5em;
    font: 0.8125em/1.3 var(--paytags-font-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
    font-variant-ligatures: none;
    text-align: center;
    overflow-wrap: anywhere;
  }
  [part='code'] span {
    font-size: 0;
  }
  [part='code'] span::before {
    content: '…';
    font-size: 1rem;
  }
  button {
    display: flex;
    flex: 1 0 auto;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 2.75rem;
    padding: 0.5em;
    border: 0;
    border-radius: var(--radius-control);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    cursor: pointer;
  }
  [part='status'] {
    grid-row: 4;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.625em;
    align-items: center;
    margin: 0 var(--pad);
    padding: 0.75em;
    border-radius: var(--radius-control);
    background: var(--sunken);
    font-size: 0.9375em;
  }
  [part='steps'] {
    grid-row: 5;
    padding: var(--pad);
    counter-reset: step;
    list-style: none;
    font-size: 0.9375em;
    line-height: 1.45;
  }
  li {
    display: flex;
    gap: 0.875em;
    padding: 0.25em 0;
  }
  li::before {
    content: counter(step);
    counter-increment: step;
    flex: none;
    width: 1.5em;
    border-radius: 1em;
    background: var(--sunken);
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.85;
    height: 1.85em;
    text-align: center;
  }

  @container (width >= 45em) {
    .coded {
      max-width: 60em;
      grid-template-rows: auto auto auto auto 1fr;
      grid-template-columns: 21.5em 1fr;
    }
    .coded > *,
    .coded slot > *,
    .coded::after {
      grid-column: 2;
    }
    .coded :is(.stub, hr),
    .coded::before {
      grid-row: 2 / 9;
      grid-column: 1;
    }
    .coded hr {
      place-self: stretch end;
      margin: calc(var(--notch) + 0.375em) 0;
      border-width: 0 1.5px 0 0;
    }
    .coded::before {
      --one: 100% 0;
      --half: 100% 51%;
      border-radius: var(--radius) 0 0 var(--radius);
      clip-path: inset(-2em 0 -3em -2em);
    }
    .coded::after {
      --other: 0 100%;
      --half: 100% 51%;
      grid-row: 2 / 9;
      border-radius: 0 var(--radius) var(--radius) 0;
      clip-path: inset(-2em -2em -3em 0);
    }
  }
`;
