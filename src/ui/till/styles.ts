import { css } from 'lit';

/** Of the page while the view is open: nothing behind it moves. */
export const pageStyles = css`
  :root {
    overflow: hidden !important;
  }
`;

/** White to the edges in every scheme, bars as wide as whole device pixels allow; in portrait all of it is turned, as is the phone by hand. */
export const tillStyles = css`
  dialog {
    all: initial;
    position: fixed;
    inset: 0;
    color-scheme: only light;
    forced-color-adjust: none;
  }
  dialog,
  .till,
  .till::backdrop {
    background: #fff;
  }
  .till {
    display: flex;
    flex-direction: column;
    overflow: auto;
    overscroll-behavior: none;
    width: 100%;
    height: 100%;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
    color: #000;
    font: max(16px, 1rem) / 1.4 var(--paytags-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
  }
  .till p {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    padding: 0.5em 1em;
  }
  .till button {
    flex: none;
    padding: 0.5em;
    background: none;
    color: inherit;
  }
  .till svg:not(.icon) {
    flex: 1;
    min-block-size: 4em;
    inline-size: round(down, 100%, var(--module));
    margin: auto;
  }
  .till .says {
    justify-content: center;
    font: 1.25em/1.3 var(--paytags-font-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
  }
  .till span {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5em;
    color: #4b525c;
  }
  .till b {
    color: #000;
  }
  .till strong {
    color: #000;
    font-size: 1.5em;
    font-weight: 650;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .till i + i {
    margin-inline-start: 0.3em;
  }
  @media (orientation: portrait) {
    .till {
      writing-mode: vertical-rl;
      text-orientation: sideways;
    }
    .till g {
      transform: matrix(0, 1, 1, 0, 0, 0);
    }
  }
`;
