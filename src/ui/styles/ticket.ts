import { css } from 'lit';

/** The paper in every width: tokens, notches, tear line, head, and where things stand on it. */
export const ticketStyles = css`
  :host {
    --surface: var(--paytags-surface, light-dark(#fff, #181a1f));
    --sunken: var(--paytags-surface-sunken, light-dark(#f4f5f7, #23262d));
    --color: var(--paytags-color, light-dark(#14171c, #f1f3f6));
    --muted: var(--paytags-color-muted, light-dark(#4b525c, #b1b8c3));
    --border: var(--paytags-border, light-dark(#e2e5ea, #31353e));
    --accent: var(--paytags-accent, light-dark(#1a2230, #f1f3f6));
    --on-accent: var(--paytags-on-accent, light-dark(#fff, #14171c));
    --radius: var(--paytags-radius, 1.125em);
    --radius-plate: var(--paytags-radius-plate, calc(var(--radius) * 2 / 3));
    --radius-control: var(--paytags-radius-control, calc(var(--radius) * 5 / 9));
    --space: var(--paytags-space, 1em);
    --notch: 0.4375em;
    display: block;
    container-type: inline-size;
    color: var(--color);
    font: 400 var(--paytags-font-size, max(16px, 1em)) / 1.5 var(--paytags-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    text-align: start;
  }
  :host([hidden]),
  b:empty {
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
    margin: 0.125em 0;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .ticket {
    --pad: calc(var(--space) * 1.25);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-width: 28em;
    margin-inline: auto;
    isolation: isolate;
  }
  .ticket > *,
  .ticket > slot > *,
  [part='steps'] {
    grid-column: 1;
  }
  /* Each half reaches under the other, unseen, so that the shadow is that of one paper. */
  .ticket::before,
  .ticket::after {
    content: '';
    z-index: -1;
    grid-row: 1 / 3;
    grid-column: 1;
    margin-bottom: -2em;
    border-radius: var(--radius) var(--radius) 0 0;
    --seam: calc(100% - 2em - 1px);
    --one: 0 var(--seam);
    --other: 100% var(--seam);
    --end: 100% 0;
    /* A pixel more than the paper, so that a fraction of one at its edge is covered by both sides. */
    --half: 51% calc(100% + 1px);
    --cut: #0000 calc(var(--notch) - 0.5px), var(--surface) calc(var(--notch) + 0.5px);
    background:
      radial-gradient(circle at var(--one), var(--cut)) 0 0 / var(--half) no-repeat,
      radial-gradient(circle at var(--other), var(--cut)) var(--end) / var(--half) no-repeat;
    filter: var(--shadow);
    clip-path: inset(-2em -2em 2em);
  }
  .ticket::after {
    --seam: 2em;
    grid-row: 3 / 9;
    margin: -2em 0 0;
    border-radius: 0 0 var(--radius) var(--radius);
    /* Half a pixel more, so that a fraction of one at the seam is covered by both halves. */
    clip-path: inset(calc(2em - 0.5px) -2em -3em);
  }

  [part='header'] {
    grid-row: 2;
    padding: var(--pad);
  }
  [part='heading'] {
    display: flex;
    align-items: center;
    gap: 0.625em;
    font-weight: 600;
  }
  [part='mark'] {
    display: grid;
    place-items: center;
    width: 2em;
    height: 2em;
    border-radius: var(--radius-control);
    background: var(--sunken);
  }
  [part='amount'] {
    margin-top: 0.3em;
    font-size: 2.125em;
    font-weight: 650;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.12;
    letter-spacing: -0.028em;
  }
  /* An amount on two lines would be read as another one. */
  .long {
    font-size: 1.625em;
  }
  [part='merchant'] {
    margin-top: 0.25em;
    color: var(--muted);
    overflow-wrap: anywhere;
    overflow-x: clip;
  }
  [part='merchant'] > * {
    display: inline-block;
  }
  [part='merchant'] b {
    margin-inline-end: 0.625em;
    color: var(--color);
  }
  /* The dot hangs before its words, so that it is cut off where a line begins with them. */
  span i {
    margin-inline-start: -0.625em;
  }

  hr {
    grid-row: 3;
    align-self: start;
    margin: 0 calc(var(--notch) + 0.375em);
    border: 0 dashed var(--border);
    border-width: 1.5px 0 0;
  }

  @container (width < 21.25em) {
    .ticket {
      --pad: var(--space);
    }
  }
  @container (width >= 45em) {
    .coded {
      --pad: calc(var(--space) * 1.75);
      max-width: 60em;
      grid-template-rows: auto auto auto auto 1fr;
      grid-template-columns: minmax(21.5em, min-content) 1fr;
    }
    .coded > *,
    .coded > slot > *,
    .coded [part='steps'],
    .coded::after {
      grid-column: 2;
    }
    .coded :is(.stub, hr) {
      grid-row: 2 / 9;
      grid-column: 1;
    }
    .coded .stub {
      padding-inline: calc(var(--space) * 1.25);
    }
    .coded hr {
      place-self: stretch end;
      margin: calc(var(--notch) + 0.375em) 0;
      border-width: 0 1.5px 0 0;
    }
    .coded::before,
    .coded::after {
      --one: var(--seam) 0;
      --other: var(--seam) 100%;
      --end: 0 100%;
      --half: calc(100% + 1px) 51%;
      grid-row: 1 / 9;
      margin: 0;
    }
    .coded::before {
      margin-inline-end: -2em;
      border-radius: var(--radius) 0 0 var(--radius);
      clip-path: inset(-2em 2em -3em -2em);
    }
    .coded::after {
      margin-inline-start: -2em;
      border-radius: 0 var(--radius) var(--radius) 0;
      clip-path: inset(-2em -2em -3em calc(2em - 0.5px));
    }
  }
`;
