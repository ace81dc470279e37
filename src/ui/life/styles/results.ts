import { css } from 'lit';

/** What stands where the code stood: the shape of what is to come, and how it ended. */
export const resultsStyles = css`
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
    border-radius: var(--radius-plate);
  }
  .blank [part='status'] {
    margin: 0;
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
`;
