import { css } from 'lit';

/** What stands there before anything is fetched besides: the buttons, the line below the first one, and what divides them from the code. */
export const collectStyles = css`
  .stub a {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: max(44px, 2.75em);
    padding: 0.5em;
    border-radius: var(--radius-control);
    color: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
  }
  .stub .main {
    min-height: max(48px, 3em);
    margin-top: 0;
    background: var(--accent);
    color: var(--on-accent);
  }
  .stub [part='plate'] ~ a {
    margin-top: var(--space);
  }
  .note {
    margin-top: 0.5em;
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.4;
    text-align: center;
  }
  .or {
    display: flex;
    align-items: center;
    gap: 0.75em;
    margin: 0.75em 0;
    color: var(--muted);
    font-size: 0.9375em;
  }
  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-top: 1px solid var(--border);
  }
  :is([part='status'], .lines) + [part='actions'] {
    margin-top: var(--space);
  }
  :is([part='mark'], .main) .icon:dir(rtl) {
    scale: -1 1;
  }
`;
