import { css } from '../plain/css.ts';

/** What stands around the button where there is more to say: the card with its head, sums, field and what is wrong. */
export const cardStyles = css`
  .card {
    overflow: hidden;
    padding: calc(var(--space) * 1.25);
    border-radius: var(--radius);
    background: var(--surface);
    filter: var(--paytags-shadow, drop-shadow(0 0 0.6px light-dark(#0006, #fff9)) drop-shadow(0 1px 1px #0000000d) drop-shadow(0 10px 9px #0000000d));
  }
  [part='heading'],
  [part='status'],
  .error,
  .fixes > p:first-child,
  .by {
    display: flex;
    gap: 0.625em;
  }
  [part='heading'] {
    align-items: center;
    margin-bottom: var(--space);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  [part='mark'] {
    display: grid;
    place-items: center;
    flex: none;
    width: 2em;
    height: 2em;
    border-radius: var(--inner);
    background: var(--sunken);
  }
  [part='sandbox'] {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    /* In its own, smaller em. */
    --out: calc(var(--space) * -1.25 / 0.8125);
    margin: var(--out) var(--out) calc(var(--space) * 1.25);
    padding: 0.5em;
    border-bottom: 1px solid var(--border);
    background: repeating-linear-gradient(135deg, #0000 0 0.5em, color-mix(in srgb, var(--warning) 9%, #0000) 0 1em) var(--paytags-warning-surface, light-dark(#fff3dc, #33270f));
    color: var(--warning);
    font-size: 0.8125em;
    font-weight: 600;
  }
  dl {
    margin-bottom: var(--space);
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    padding: 0.625em 0;
    border-bottom: 1px solid var(--border);
  }
  dt {
    color: var(--muted);
    overflow-wrap: anywhere;
    /* What has no room beside a sum stands above it. */
    flex: 1 1 6em;
    min-width: 0;
  }
  dd {
    margin-inline-start: auto;
    overflow-wrap: anywhere;
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
  }
  dt,
  dd,
  [part='status'] span {
    unicode-bidi: plaintext;
  }
  .whole {
    border: 0;
  }
  .whole dt {
    color: inherit;
    font-weight: 600;
  }
  label {
    display: block;
    margin-bottom: 0.375em;
    font-size: 0.9375em;
    font-weight: 600;
  }
  [part='field'] {
    margin-bottom: var(--space);
  }
  .box {
    display: flex;
    align-items: center;
    gap: 0.5em;
    padding-inline-start: 0.875em;
    border: 1px solid var(--control);
    border-radius: var(--inner);
    background: var(--surface);
    direction: ltr;
  }
  .box:has(:focus-visible) {
    outline: 3px solid var(--paytags-focus, light-dark(#1f63e6, #8db4ff));
    outline-offset: 2px;
  }
  .box:has([aria-invalid]) {
    border-color: var(--danger);
  }
  bdi {
    color: var(--muted);
  }
  input {
    flex: 1;
    min-width: 0;
    min-height: max(48px, 3em);
    padding-inline-end: 0.875em;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
  }
  .by {
    justify-content: center;
    gap: 0.5em;
  }
  .by .icon {
    color: var(--paytags-success, light-dark(#0b6a41, #6bd9a2));
  }
  .by b {
    color: var(--color);
  }
  [part='status'] {
    margin-top: 0.75em;
  }
  :is([part='status'], .error, .fixes) .icon {
    align-self: flex-start;
    margin-top: 0.1em;
  }
  [part='status'] .icon {
    color: var(--warning);
  }
  .fixes {
    margin-top: 0.75em;
    padding: 0.75em;
    border-radius: var(--inner);
    background: var(--paytags-danger-surface, light-dark(#fdecec, #3a1c1e));
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }
  .fixes :is(.icon, code) {
    color: var(--danger);
  }
  code {
    display: block;
    margin-top: 0.5em;
    font: 0.875em/1.5 var(--paytags-font-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
  }
`;
