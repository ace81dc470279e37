import { css } from 'lit';

/** What comes before, after and beside the code: forms, results, notices, actions. Fetched after the first picture. */
export const lifeStyles = css`
  :host {
    --shadow: var(
      --paytags-shadow,
      drop-shadow(0 0 0.6px light-dark(#0006, #fff6)) drop-shadow(0 1px 1px light-dark(#0000000d, #0000)) drop-shadow(0 10px 9px light-dark(#00000012, #0000))
    );
    --success: var(--paytags-success, light-dark(#0b6a41, #6bd9a2));
    --success-surface: var(--paytags-success-surface, light-dark(#e6f4ec, #15301f));
    --danger: var(--paytags-danger, light-dark(#a81d2a, #ffa39d));
    --danger-surface: var(--paytags-danger-surface, light-dark(#fdecec, #3a1c1e));
    --info: var(--paytags-info, light-dark(#1c4cae, #a5c5ff));
    --info-surface: var(--paytags-info-surface, light-dark(#e9f0fd, #182642));
    --warning: var(--paytags-warning, light-dark(#7f4700, #f6c76b));
    --warning-surface: var(--paytags-warning-surface, light-dark(#fff3dc, #33270f));
    --control: var(--paytags-border-control, light-dark(#848b97, #7d8592));
    --quick: var(--paytags-duration, 160ms) cubic-bezier(0.2, 0, 0, 1);
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --quick: 0s;
    }
  }

  :focus-visible {
    outline: 3px solid var(--paytags-focus, light-dark(#1f63e6, #8db4ff));
    outline-offset: 2px;
  }
  [part='sandbox'] {
    grid-row: 1;
    grid-column: 1 / -1;
    padding: 0.375em var(--pad);
    border-radius: calc(var(--radius) / 0.8125) calc(var(--radius) / 0.8125) 0 0;
    display: flex;
    gap: 0.5em;
    justify-content: center;
    background: repeating-linear-gradient(135deg, #0000 0 0.5em, color-mix(in srgb, var(--warning) 9%, #0000) 0 1em) var(--warning-surface);
    color: var(--warning);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .rest {
    grid-row: 3 / 7;
    display: flex;
    flex-direction: column;
    padding: var(--pad);
    animation: appear var(--quick);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  button,
  a[part='button'] {
    transition: filter var(--quick), scale var(--quick);
  }
  button:hover {
    filter: brightness(1.12);
  }
  button:active {
    scale: 0.985;
  }
  .main,
  .outlined,
  .plain {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 3rem;
    margin-top: var(--space);
    border-radius: var(--radius-control);
    font-weight: 600;
    text-decoration: none;
  }
  .outlined,
  .plain {
    min-height: 2.75rem;
    margin-top: 0.5em;
    border: 1px solid var(--control);
    background: none;
    color: var(--color);
  }
  .plain {
    border-color: #0000;
  }

  [part='field'] {
    display: grid;
    gap: 0.25em;
    margin-bottom: 0.75em;
  }
  label {
    font-size: 0.8125em;
    font-weight: 600;
  }
  .box {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: 2.75rem;
    padding-inline: 0.75em;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    color: var(--muted);
  }
  .box:focus-within {
    outline: 3px solid var(--paytags-focus, light-dark(#1f63e6, #8db4ff));
    outline-offset: 2px;
  }
  .box:has([aria-invalid='true']) {
    border-color: var(--danger);
  }
  input {
    flex: 1;
    min-width: 0;
    padding: 0.5em 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--color);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .error,
  .hint {
    display: flex;
    gap: 0.375em;
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .error {
    color: var(--danger);
    font-weight: 500;
  }
  .hint {
    color: var(--muted);
  }

  [part='result'] {
    align-items: center;
    gap: 0.375em;
    padding-block: 1.75em var(--pad);
    text-align: center;
    text-wrap: balance;
  }
  [part='result'] > p {
    max-width: 24em;
    color: var(--muted);
    font-size: 0.9375em;
  }
  h2 {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
  }
  small {
    order: 1;
    margin-top: 0.75em;
    color: var(--muted);
    font: 0.8125em var(--paytags-font-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
  }
  [part='seal'] {
    display: grid;
    place-items: center;
    width: 3.5em;
    height: 3.5em;
    margin-bottom: 0.5em;
    border-radius: 50%;
    background: var(--sunken);
  }
  [part='seal'] .icon {
    width: 1.75em;
  }
  .success {
    background: var(--success);
    color: var(--surface);
  }
  .danger {
    background: var(--danger-surface);
    color: var(--danger);
  }
  .info {
    background: var(--info-surface);
    color: var(--info);
  }
  dl {
    align-self: stretch;
    margin-top: var(--space);
    font-size: 0.875em;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding: 0.625em 0;
  }
  dl div + div {
    border-top: 1px solid var(--border);
  }
  dt {
    color: var(--muted);
  }
  dd {
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
    text-align: end;
  }

  .blank {
    gap: var(--space);
  }
  .blank i {
    align-self: stretch;
    height: 2.75em;
    border-radius: var(--radius-control);
    background: var(--sunken);
  }
  .blank i:first-child {
    align-self: center;
    width: min(14em, 100%);
    height: auto;
    aspect-ratio: 1;
    border-radius: var(--paytags-radius-plate, 0.75em);
  }
  .blank [part='status'] {
    margin: 0;
  }

  .notice {
    grid-row: 4;
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.625em;
    margin-bottom: 0.75em;
    padding: 0.75em;
    border-radius: var(--radius-control);
    font-size: 0.9375em;
    line-height: 1.45;
  }
  .notice span {
    grid-column: 2;
  }
  .notice .icon,
  .notice b {
    color: var(--warning);
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
  .warning [part='clock'] {
    color: var(--warning);
    font-weight: 600;
  }
  [part='clock'] {
    margin-inline-start: auto;
    color: var(--muted);
    font-variant-numeric: tabular-nums lining-nums;
  }
  [part='status'] > span:last-child:not([part]) {
    flex-basis: 100%;
    padding-inline-start: 1.875em;
  }
  .copied {
    background: var(--success-surface);
    color: var(--success);
  }
  .said {
    display: flex;
    gap: 0.5em;
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

  [part='actions'] {
    grid-row: 7;
    display: flex;
    justify-content: space-evenly;
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
    gap: 0.125em;
    min-height: 3.5rem;
    background: none;
    color: var(--muted);
    font-size: 0.8125em;
    font-weight: 500;
    text-decoration: none;
  }
  @container (width >= 45em) {
    .coded [part='actions'] :is(button, a) {
      flex: 0 1 auto;
      flex-direction: row;
      gap: 0.5em;
      padding-inline: 1em;
    }
  }
  @media (forced-colors: active) {
    .main,
    .outlined,
    .box,
    [part='seal'],
    [part='status'],
    .notice {
      border: 1px solid;
    }
  }
  @media (forced-colors: active) {
    .ticket {
      border: 1px solid;
      border-radius: var(--radius);
    }
    button {
      border: 1px solid;
    }
  }
`;
