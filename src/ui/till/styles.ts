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
    font: inherit;
    font-size: max(16px, 1rem);
  }
  dialog::backdrop,
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
  }
  .till p {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em;
    padding-block: 0.25em;
    padding-inline: 1em;
  }
  .till button {
    flex: none;
    padding: 0.5em;
    margin-inline: -0.5em;
    background: none;
    color: inherit;
  }
  /* As wide as whole device pixels to the module allow, and as high as there is room. */
  .till > svg {
    flex: 1;
    min-block-size: 4em;
    --size: round(down, 100%, var(--pixel) * var(--modules));
    inline-size: var(--size);
    margin-inline-start: round(down, (100% - var(--size)) / 2, var(--pixel));
  }
  .till [part='readable'] {
    justify-content: center;
    font-size: 1.25em;
  }
  .till span {
    display: flex;
    align-items: center;
    gap: 0.5em;
    overflow-wrap: anywhere;
    color: #4b525c;
  }
  .till button + span {
    display: block;
    text-align: center;
    line-height: 1.3;
  }
  /* The code stays on its line as long as it can. */
  .till span:last-child {
    flex: none;
    max-inline-size: 62%;
  }
  .till :is(b, strong) {
    color: #000;
    font-weight: 650;
  }
  .till strong {
    font-size: 1.5em;
    line-height: 1.2;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .till i {
    margin: 0;
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
