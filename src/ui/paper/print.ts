import { render } from 'lit';
import type { Language } from '../../language.ts';
import type { PaperWords } from '../../locales/en/paper.ts';
import type { PaymentLife } from '../payment-life.ts';
import { Words } from '../words.ts';
import { sheet } from './sheet.ts';
import { pageStyles, sheetStyles } from './sheet-styles.ts';

/** A browser that asks the shopper before it prints may begin so much later. */
const LATE_MS = 30_000;

const paperWords = new Words<PaperWords>(async (language) => (await import(`../../locales/${language}/paper.ts`)).paperWords);

/** Takes away the sheet that stands in the page. */
let clear = (): void => undefined;

/** Prints the code that can be paid on a sheet of its own, and nothing else of the page. Without such a code nothing is printed. */
export async function print(life: PaymentLife): Promise<void> {
  const { host } = life;
  // In the language that the tag speaks by now, which may be another than that of its place.
  const words = await paperWords.load((host.spoken ?? host.words).lang as Language).catch((error) => void console.error(error));
  if (!words) return;
  const offer = life.drawn;
  if (!offer) return console.warn(`<${host.localName}> print(): there is no code that can be paid.`);
  clear();
  const element = document.createElement('paytags-paper');
  element.lang = host.words.lang;
  element.dir = getComputedStyle(host).direction;
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheetStyles.styleSheet!];
  render(sheet(life, offer, words), root);
  stand(element);
}

/** Puts a sheet into the page until it is printed. It stands beside the body, which may be turned, scaled or laid out in any way. */
function stand(element: HTMLElement): void {
  const { styleSheet } = pageStyles;
  const done = new AbortController();
  let late: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  const { scrollX, scrollY } = window;
  clear = () => {
    clear = () => undefined;
    done.abort();
    clearTimeout(late);
    element.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== styleSheet);
    // Without its body the page was shorter, and the browser may have gone up.
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
  document.documentElement.append(element);
  document.adoptedStyleSheets.push(styleSheet!);
  addEventListener('beforeprint', () => (begun = true), { signal: done.signal });
  addEventListener('afterprint', () => clear(), { signal: done.signal });
  window.print();
  // Where printing is not allowed, as in some frames, no event ever comes.
  if (!begun && !done.signal.aborted) late = setTimeout(clear, LATE_MS);
}
