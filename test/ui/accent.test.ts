import { expect } from '@open-wc/testing';
import { judgeAccent } from '../../src/ui/life/accent.ts';

describe('the colours of a main button', () => {
  const warn = console.warn;
  let said: string[];
  let root: HTMLElement;
  beforeEach(() => {
    said = [];
    console.warn = (line: string) => void said.push(line);
    root = document.createElement('div');
    root.append(Object.assign(document.createElement('button'), { className: 'main' }));
  });
  afterEach(() => {
    console.warn = warn;
    root.remove();
  });
  const paint = (style: Partial<CSSStyleDeclaration>) => Object.assign((root.firstElementChild as HTMLElement).style, style);

  it('are told where nobody can read the words', () => {
    document.body.append(root);
    paint({ backgroundColor: '#fff', color: '#fefefe' });
    judgeAccent('pix-qr', root);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('needs 4.5:1');
  });

  it('are no matter once the tag has left the page', () => {
    paint({ backgroundColor: '#fff', color: '#fdfdfd' });
    judgeAccent('pix-qr', root);
    expect(said).to.deep.equal([]);
  });
});
