import { css } from 'lit';

/** The row of the code's text and the button that copies it. */
export const copyStyles = css`
  [part='copy'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em;
    margin-top: var(--space);
    padding: 0.25em;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius-control) + 0.25em);
    background: var(--sunken);
  }
  [part='code'] {
    flex: 1;
    padding: 0.5em 0.25em;
    font: 0.8125em/1.3 var(--paytags-font-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
    font-variant-ligatures: none;
    text-align: center;
    white-space: pre;
  }
  [part='code'] span {
    font-size: 0;
  }
  [part='code'] span::before {
    content: '...';
    font-size: max(13px, 0.8125rem);
  }
`;
