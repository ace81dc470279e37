import { css } from 'lit';

/** What can be pressed: focus and buttons; and the colours that mean something. */
export const actsStyles = css`
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

  .ticket {
    border-radius: var(--radius);
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
    gap: 0.5em;
    width: 100%;
    min-height: max(48px, 3em);
    margin-top: var(--space);
    border-radius: var(--radius-control);
    font-weight: 600;
    text-decoration: none;
  }
  a.main {
    background: var(--accent);
    color: var(--on-accent);
  }
  .outlined,
  .plain {
    min-height: max(44px, 2.75em);
    margin-top: 0.5em;
    border: 1px solid var(--control);
    background: none;
    color: var(--color);
  }
  .plain {
    border-color: #0000;
  }
`;
