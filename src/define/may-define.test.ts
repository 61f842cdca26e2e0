import { expect, fixture, html } from '@open-wc/testing';
import { HeadsetButton } from '../elements/headset-button/headset-button.js';
import { provideSession } from '../testing/provide-session.js';
import { fakeSession } from '../testing/fake-session.js';
import { mayDefine, prepare } from './may-define.js';
import { hearWarnings } from '../testing/hear-warnings.js';

/** An element class as another copy of the kit, or another library, would bring it. */
const ofVersion = (version: string) =>
  class extends HTMLElement {
    static readonly version = version;
  };

describe('defining a tag', () => {
  const warnings = hearWarnings();

  it('defines the kit’s classes under their own tags', async () => {
    await import('./hangup-button.js');
    const { HangupButton } = await import('../elements/hangup-button/hangup-button.js');
    expect(customElements.get('hangup-button') === HangupButton).to.equal(true);
    expect(warnings).to.deep.equal([]);
  });

  it('leaves a taken tag alone and names both versions in one warning', async () => {
    const older = ofVersion('0.0.1');
    customElements.define('mic-toggle', older);
    await import('./mic-toggle.js');
    expect(customElements.get('mic-toggle') === older).to.equal(true);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<mic-toggle> is held by 0.0.1');
    expect(warnings[0]).to.contain(HeadsetButton.version);
  });

  it('says so when another library holds the tag', () => {
    customElements.define('taken-tag', class extends HTMLElement {});
    expect(mayDefine('taken-tag', ofVersion('2.0.0'))).to.equal(false);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('another library').and.to.contain('2.0.0');
  });

  it('is silent about a second copy of the same version, and about the same class', () => {
    const [first, second] = [ofVersion('1.0.0'), ofVersion('1.0.0')];
    expect(mayDefine('kit-tag', first)).to.equal(true);
    customElements.define('kit-tag', first);
    expect([mayDefine('kit-tag', first), mayDefine('kit-tag', second)]).to.deep.equal([
      ...[false, false],
    ]);
    expect(warnings).to.deep.equal([]);
  });

  it('lets a host use a class under another name', async () => {
    customElements.define('my-headset', class extends HeadsetButton {});
    const around = await fixture<HTMLElement>(html`<div></div>`);
    const session = fakeSession();
    provideSession(around, session);
    const headset = document.createElement('my-headset') as HeadsetButton;
    around.append(headset);
    await headset.updateComplete;
    headset.renderRoot.querySelector('button')!.click();
    expect(session.asked).to.deep.equal(['startCall']);
    await expect(headset).to.be.accessible();
  });

  it('gives the page the tokens once, however many tags are defined', () => {
    prepare();
    const { length } = document.adoptedStyleSheets;
    prepare();
    expect(document.adoptedStyleSheets).to.have.length(length);
    const page = getComputedStyle(document.documentElement);
    expect(page.getPropertyValue('--visavis-control-size').trim()).to.equal('44px');
  });
});
