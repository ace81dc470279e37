import { css } from 'lit';

/** What stands on the ticket while a code can be paid: plate, status line and steps. */
export const codeStyles = css`
  .stub {
    grid-row: 3;
    display: flex;
    flex-direction: column;
    padding: var(--pad);
  }
  [part='plate'] {
    align-self: center;
    max-width: 100%;
    padding: 0.375em;
    border: 1px solid var(--border);
    border-radius: var(--radius-plate);
    background: #fff;
    forced-color-adjust: none;
  }
  [part='symbol'] {
    display: block;
    --module: calc(1px * var(--modules) / var(--pixels));
    width: max(var(--module), round(down, min(100cqi - 4.75em, 70cqi, var(--paytags-code-size, 18em)), var(--module)));
    height: auto;
  }
  button {
    display: flex;
    flex: 1 0 auto;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: max(44px, 2.75em);
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
    gap: 0.625em;
    align-items: start;
    margin: 0 calc(var(--pad) / 0.9375);
    padding: 0.75em;
    border-radius: var(--radius-control);
    background: var(--sunken);
    font-size: 0.9375em;
  }
  [part='steps'] {
    grid-row: 5;
    padding: calc(var(--pad) / 0.9375);
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
    width: 1.85em;
    border-radius: 1em;
    background: var(--sunken);
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.85;
    height: 1.85em;
    text-align: center;
  }
  [part='actions'] {
    grid-row: 7;
    min-height: calc(max(56px, 2.84375em) + 0.5em + 1px);
  }
`;
