import { byId } from './make.js';
import { speak, word } from './words.js';

const THEMES = [
  { theme: 'auto', drawing: 'auto', name: 'themeAuto' },
  { theme: 'light', drawing: 'sun', name: 'themeLight' },
  { theme: 'dark', drawing: 'moon', name: 'themeDark' },
];

/** Wires colour, language, direction and theme; `changed` is called after one of the first three is another. */
export function startLooks(changed) {
  for (const input of document.querySelectorAll('[name="accent"]')) {
    input.addEventListener('change', () => {
      byId('stage').dataset.accent = input.value;
      changed();
    });
  }
  byId('language').addEventListener('change', () => {
    const language = byId('language').value;
    byId('ticket').lang = language;
    speak(language);
    changed();
  });
  byId('turn').addEventListener('click', () => {
    const turned = byId('stage').dir !== 'rtl';
    byId('stage').dir = turned ? 'rtl' : 'ltr';
    byId('turn').setAttribute('aria-pressed', String(turned));
    changed();
  });
  byId('theme').addEventListener('click', () => {
    const now = THEMES.findIndex(({ theme }) => theme === document.documentElement.dataset.theme);
    setTheme(THEMES[(now + 1) % THEMES.length]);
  });
  const narrow = matchMedia('(width <= 900px)');
  const place = () => (narrow.matches ? byId('looks-here').append(byId('looks')) : byId('theme').before(byId('looks')));
  narrow.addEventListener('change', place);
  place();
}

/** Wires the tab bar of a narrow screen: one view at a time. */
export function startViews() {
  const go = (view) => {
    document.body.dataset.view = view;
    for (const button of document.querySelectorAll('.tabbar button')) {
      if (button.dataset.view === view) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    }
    scrollTo(0, 0);
  };
  for (const button of document.querySelectorAll('.tabbar button')) button.addEventListener('click', () => go(button.dataset.view));
  byId('dock-open').addEventListener('click', () => go('role'));
  // The link that opens the app leads here.
  addEventListener('hashchange', () => location.hash.startsWith('#app/') && go('role'));
  // Here is no app of that name but the demo's own; pages open as anywhere.
  byId('ticket').addEventListener('payment-open', (event) => {
    if (/^https?:/.test(event.url)) return;
    event.preventDefault();
    go('role');
  });
}

function setTheme({ theme, drawing, name }) {
  document.documentElement.dataset.theme = theme;
  byId('theme').querySelector('use').setAttribute('href', `#i-${drawing}`);
  const words = byId('theme').querySelector('span');
  words.dataset.word = name;
  words.textContent = word(name);
}
