import { css } from '../plain/css.ts';

/** The tokens, the button, and the lines below it. */
export const buttonStyles = css`
  :host {
    --surface: var(--paytags-surface, light-dark(#fff, #181a1f));
    --sunken: var(--paytags-surface-sunken, light-dark(#f4f5f7, #23262d));
    --color: var(--paytags-color, light-dark(#14171c, #f1f3f6));
    --muted: var(--paytags-color-muted, light-dark(#4b525c, #b1b8c3));
    --border: var(--paytags-border, light-dark(#e2e5ea, #31353e));
    --control: var(--paytags-border-control, light-dark(#848b97, #7d8592));
    --accent: var(--paytags-accent, light-dark(#1a2230, #f1f3f6));
    --on-accent: var(--paytags-on-accent, light-dark(#fff, #14171c));
    --danger: var(--paytags-danger, light-dark(#a81d2a, #ffa39d));
    --warning: var(--paytags-warning, light-dark(#7f4700, #f6c76b));
    --radius: var(--paytags-radius, 1.125em);
    --inner: var(--paytags-radius-control, calc(var(--radius) * 5 / 9));
    --space: var(--paytags-space, 1em);
    display: block;
    max-width: 28em;
    color: var(--color);
    font: 400 var(--paytags-font-size, max(16px, 1em)) / 1.45 var(--paytags-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    text-align: start;
  }
  :host([as='link']),
  :host([as='image']) {
    display: inline-block;
  }
  :host([hidden]),
  [part]:empty,
  .error:empty,
  .note:empty {
    display: none;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    font: inherit;
  }
  b {
    font-weight: 600;
  }
  .aloud {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }
  .icon {
    flex: none;
    width: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='button'] {
    display: flex;
    align-items: center;
    justify-content: center;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    width: 100%;
    min-height: max(48px, 3em);
    padding: 0.5em 1em;
    border: 1px solid #0000;
    border-radius: var(--inner);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    text-align: center;
    cursor: pointer;
    -webkit-tap-highlight-color: #0000;
  }
  @media (hover: hover) {
    .main:enabled:hover {
      background: color-mix(in srgb, var(--accent) 86%, var(--surface));
    }
    .outlined:hover {
      background: var(--sunken);
    }
  }
  [part='button']:enabled:active {
    scale: 0.985;
  }
  .outlined {
    border-color: var(--control);
    background: var(--surface);
    color: var(--color);
  }
  [part='button'].link {
    display: inline-flex;
    width: auto;
    min-height: 44px;
    padding: 0;
    border: 0;
    border-radius: 0.2em;
    background: none;
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .image [part='button'] {
    width: auto;
    min-height: 44px;
  }
  [part='button']:disabled {
    border-color: var(--border);
    background: var(--sunken);
    color: var(--muted);
    cursor: default;
  }
  [aria-disabled] {
    cursor: default;
  }
  [part='button']:focus-visible {
    outline: 3px solid var(--paytags-focus, light-dark(#1f63e6, #8db4ff));
    outline-offset: 2px;
  }
  .sum {
    padding-inline-start: 0.625em;
    border-inline-start: 1px solid color-mix(in srgb, currentColor 45%, #0000);
    font-variant-numeric: tabular-nums lining-nums;
  }
  /* The words may be of another direction than the page, which does not speak their language. */
  .note,
  .sum,
  .link {
    unicode-bidi: plaintext;
  }
  .button,
  .card form {
    container-type: inline-size;
  }
  @container (width < 17em) {
    .sum {
      flex-basis: 100%;
      padding: 0;
      border: 0;
    }
  }
  @container (width < 13em) {
    [part='button'] > .icon {
      display: none;
    }
  }
  .spin {
    display: flex;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .error {
    margin-top: 0.5em;
    color: var(--danger);
    font-size: 0.9375em;
  }
  .note,
  .by {
    margin-top: 0.75em;
    color: var(--muted);
    font-size: 0.875em;
    text-align: center;
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='button'] {
      transition: var(--paytags-duration, 160ms) cubic-bezier(0.2, 0, 0, 1);
      transition-property: background-color, scale;
    }
    .spin {
      animation: turn 1s linear infinite;
    }
  }
  @media (forced-colors: active) {
    .card,
    [part='button']:not(.link) {
      border: 1px solid;
    }
    .card {
      filter: none;
    }
  }
  @media print {
    [part='button']:not(.link) {
      border: 1px solid;
      background: none;
      color: inherit;
    }
  }
`;
