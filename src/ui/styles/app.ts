import { css } from 'lit';

/** What stands below a code that an app reads. */
export const appStyles = css`
  .caption {
    margin-top: 0.5em;
    color: var(--muted);
    font-size: 0.8125em;
    text-align: center;
  }
  .stores {
    grid-row: 6;
    padding: 0 calc(var(--pad) / 0.9375) 0.25em;
    font-size: 0.9375em;
  }
  .stores a {
    display: inline-grid;
    align-items: center;
    min-height: max(44px, 2.75em);
    color: inherit;
    font-weight: 600;
  }
`;
