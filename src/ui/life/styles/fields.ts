import { css } from 'lit';

/** What is asked before there is a code: fields to type into, a choice, a tick, and what to know before. */
export const fieldsStyles = css`
  [part='field'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
    min-height: max(44px, 2.75em);
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
  input,
  select {
    flex: 1;
    min-width: 0;
    padding: 0.5em 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--color);
    font-variant-numeric: tabular-nums lining-nums;
    text-align: inherit;
  }
  .error,
  .hint {
    display: flex;
    gap: 0.375em;
    align-items: start;
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

  .promises {
    margin-bottom: 0.75em;
    list-style: none;
    font-size: 0.9375em;
    line-height: 1.45;
  }
  .promises li {
    align-items: start;
  }
  .promises li::before {
    content: none;
  }
  .tick {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-height: max(44px, 2.75em);
  }
  .tick label {
    padding-block: 0.625em;
    font-size: 1em;
    font-weight: 400;
  }
  .tick a {
    color: inherit;
  }
  .tick input,
  .choices input {
    flex: none;
    width: 1.375em;
    height: 1.375em;
    accent-color: var(--accent);
  }
  fieldset {
    border: 0;
  }
  legend {
    margin-bottom: 0.25em;
    font-size: 0.8125em;
    font-weight: 600;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .choices .box {
    flex: 1 0 5.5em;
    color: var(--color);
    font-size: 1em;
    font-variant-numeric: tabular-nums lining-nums;
  }
`;
