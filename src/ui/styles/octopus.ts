import { css } from 'lit';

/** What stands there before anything is fetched besides: a tile in place of a code, and links that are buttons. */
export const octopusStyles = css`
  .tile {
    display: grid;
    place-items: center;
    order: -2;
    align-self: center;
    width: 5em;
    height: 5em;
    margin-bottom: 0.25em;
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .tile .icon {
    width: 2.25em;
  }
  .first {
    order: -1;
  }
  :is(.stub, .besides) a {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: max(48px, 3em);
    padding: 0.5em;
    border-radius: var(--radius-control);
    color: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
  }
  .stub .main {
    margin-top: var(--space);
    background: var(--accent);
    color: var(--on-accent);
  }
  .stub .plain {
    margin-top: 0.5em;
  }
  .lines:empty + slot > [part='steps'] {
    padding-top: 0;
  }
  .lines + [part='actions'] {
    margin-top: var(--space);
  }
  .besides {
    grid-row: 6;
    padding: 0 var(--pad) var(--pad);
  }
  .besides p {
    display: flex;
    align-items: center;
    gap: 0.75em;
    color: var(--muted);
    font-size: 0.9375em;
  }
  .besides p::before,
  .besides p::after {
    content: '';
    flex: 1;
    border-top: 1px solid var(--border);
  }
  :is([part='mark'], .stub, .besides) .icon:dir(rtl) {
    scale: -1 1;
  }
  @container (width >= 45em) {
    .coded .stub {
      justify-content: center;
    }
  }
`;
