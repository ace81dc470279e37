import { byId, make } from './make.js';
import { pasted } from './shop.js';
import { spoken, word } from './words.js';

const ACCENTS = { brick: '#8a2f1f', green: '#0d5f4a', violet: '#4a32b3' };

/** The HTML that a shop pastes for what stands in the frame, and the same text tinted. */
export function drawSnippet() {
  byId('pastes').replaceChildren(...pieces().map(([kind, text]) => (kind ? make('span', { class: kind, text }) : text)));
}

/** The button that copies the snippet, and says so only when the browser has. */
export function startSnippet() {
  const words = byId('pastes-copy').querySelector('span');
  const say = (name) => {
    words.dataset.word = name;
    words.textContent = word(name);
  };
  byId('pastes-copy').addEventListener('click', async () => {
    const text = byId('pastes').textContent;
    try {
      await navigator.clipboard.writeText(text);
      say('copied');
    } catch {
      getSelection().selectAllChildren(byId('pastes'));
      say('selected');
    }
    setTimeout(() => say('copy'), 4000);
  });
}

/** Pairs of a kind (`tag`, `word`, `value`, or none) and its text. */
function pieces() {
  const { tag, attributes, children } = pasted();
  const accent = byId('stage').dataset.accent;
  const out = [['tag', '<script'], ...attribute('type', 'module'), ['', '\n ']];
  out.push(...attribute('src', '/paytags/paytags.js'), ['tag', '></script>'], ['', '\n']);
  if (ACCENTS[accent]) {
    const rule = [['--paytags-accent', ACCENTS[accent]], ['--paytags-on-accent', '#ffffff']];
    out.push(['tag', '<style>'], ['', `\n  ${tag} {\n`]);
    for (const [name, value] of rule) out.push(['word', `    ${name}: `], ['value', value], ['', ';\n']);
    out.push(['', '  }\n'], ['tag', '</style>'], ['', '\n']);
  }
  out.push(['tag', `<${tag}`]);
  const written = Object.entries({ ...attributes, lang: spoken() === 'en' ? '' : spoken(), dir: byId('stage').dir === 'rtl' ? 'rtl' : '' }).filter(([, value]) => value);
  // Below the first attribute where there is room, else below the tag.
  const isLong = tag.length > 8;
  written.forEach(([name, value], index) => {
    if (index || isLong) out.push(['', `\n${' '.repeat(isLong ? 1 : tag.length + 1)}`]);
    out.push(...attribute(name, value));
  });
  out.push(['tag', '>']);
  for (const item of children) {
    out.push(['', '\n  '], ['tag', '<okpay-item'], ...Object.entries(item).flatMap(([name, value]) => attribute(name, value)), ['tag', '></okpay-item>']);
  }
  out.push(['', children.length ? '\n' : ''], ['tag', `</${tag}>`]);
  return out;
}

function attribute(name, value) {
  if (value === true) return [['word', ` ${name}`]];
  const text = String(value).replace(/[&"]/g, (sign) => (sign === '&' ? '&amp;' : '&quot;'));
  return [['word', ` ${name}=`], ['value', `"${text}"`]];
}
