import { css } from 'lit';

/**
 * Of the page while the sheet is printed: nothing but the sheet is left of it, whatever its own style sheets say: what is
 * important in a layer wins over what is important in none. No margin, so that the browser has no room for the page's address,
 * which may be secret; the sheet brings its own.
 */
export const pageStyles = css`
  @page {
    size: portrait !important;
    margin: 0 !important;
    @top-left-corner {
      content: none !important;
    }
    @top-left {
      content: none !important;
    }
    @top-center {
      content: none !important;
    }
    @top-right {
      content: none !important;
    }
    @top-right-corner {
      content: none !important;
    }
    @right-top {
      content: none !important;
    }
    @right-middle {
      content: none !important;
    }
    @right-bottom {
      content: none !important;
    }
    @bottom-right-corner {
      content: none !important;
    }
    @bottom-right {
      content: none !important;
    }
    @bottom-center {
      content: none !important;
    }
    @bottom-left {
      content: none !important;
    }
    @bottom-left-corner {
      content: none !important;
    }
    @left-bottom {
      content: none !important;
    }
    @left-middle {
      content: none !important;
    }
    @left-top {
      content: none !important;
    }
  }
  @layer paytags-paper {
    @media print {
      :root {
        all: initial !important;
        display: block !important;
      }
      :root::before,
      :root::after,
      :root > :not(paytags-paper) {
        display: none !important;
        /* Should a layer of the page win. */
        position: fixed !important;
        opacity: 0 !important;
      }
    }
  }
`;

/** The sheet itself, in millimetres: black on white, and nothing of it on the screen. */
export const sheetStyles = css`
  :host {
    all: initial !important;
    display: none !important;
  }
  @media print {
    :host {
      display: block !important;
      box-decoration-break: clone !important;
      padding: 15mm !important;
      color: #000 !important;
      font: 10.5pt/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif !important;
      forced-color-adjust: none !important;
    }
  }
  *,
  ::before {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    font: inherit;
  }
  header,
  footer,
  .notes {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4mm 12mm;
  }
  b,
  h2 {
    font-weight: 600;
  }
  .amount {
    font-size: 24pt;
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .before {
    flex: none;
    text-align: end;
  }
  .before b {
    display: block;
    font-size: 13pt;
  }
  .code {
    margin: 6mm 0;
    padding: 2mm 0 6mm;
    /* Not dashed: a scanner of bars may take that for some. */
    border: solid #666;
    border-width: 0.25mm 0;
    text-align: center;
    break-inside: avoid;
    display: grid;
    grid-template-columns: 100%;
  }
  svg {
    /* Bars wider than a small sheet holds between its margins go into both of them alike. */
    justify-self: center;
    margin-bottom: 1mm;
  }
  .readable {
    margin-bottom: 4mm;
    font: 10.5pt/1.4 ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
  }
  pre {
    margin-top: 1mm;
    padding: 3mm;
    border: 0.25mm solid #666;
    border-radius: 2mm;
    font: 8.5pt/1.5 ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    font-variant-ligatures: none;
    text-align: left;
    white-space: pre-wrap;
    word-break: break-all;
  }
  section {
    flex: 1 60mm;
    break-inside: avoid;
  }
  ol,
  ul {
    padding-inline-start: 5mm;
  }
  li {
    margin-top: 1.5mm;
    overflow-wrap: anywhere;
  }
  footer {
    align-items: end;
    margin-top: 12mm;
    font-size: 8.5pt;
    break-inside: avoid;
  }
  .scale::before {
    content: '';
    display: block;
    width: 100mm;
    height: 2.5mm;
    margin-bottom: 1.5mm;
    border: solid #000;
    border-width: 0 0.25mm 0.25mm;
  }
  @media (width < 130mm) {
    .scale {
      display: none;
    }
  }
`;
