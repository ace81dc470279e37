import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, html as template } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { create } from 'qrcode/lib/core/qrcode.js';

@customElement('decorated-field')
class DecoratedField extends LitElement {
  @property() word = 'first';

  protected override render() {
    return template`${this.word}`;
  }
}

// A field compiled to a class field of its own hides Lit's accessor: the first picture is right, every later change is dead.
describe('how the sources are compiled for the tests', () => {
  it('shows a decorated property that changes after the first picture', async () => {
    const element = await fixture<DecoratedField>(html`<decorated-field word="second"></decorated-field>`);
    expect(element.shadowRoot?.textContent).to.equal('second');
    element.word = 'third';
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('third');
    element.setAttribute('word', 'fourth');
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('fourth');
  });

  it('leaves no own field on the instance', async () => {
    const element = await fixture<DecoratedField>(html`<decorated-field></decorated-field>`);
    expect(Object.hasOwn(element, 'word')).to.equal(false);
  });

  it('loads the CommonJS encoder by name: a version 1 code has 21 modules', () => {
    expect(create('1', { errorCorrectionLevel: 'M' }).modules.size).to.equal(21);
  });
});
