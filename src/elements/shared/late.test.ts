import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { hearWarnings } from '../../testing/hear-warnings.js';
import { Late } from './late.js';

const words = { hello: 'Hello' };

/** A host that counts how often it is to render. */
function waitingHost() {
  const host = { asked: 0, requestUpdate: () => (host.asked += 1) };
  return host as typeof host & ReactiveControllerHost;
}

describe('a module that is loaded when it is needed', () => {
  const warnings = hearWarnings();

  it('is asked for once, and every host that waits for it renders again', async () => {
    let imports = 0;
    const late = new Late(async () => {
      imports += 1;
      return words;
    });
    const hosts = [waitingHost(), waitingHost()];
    expect(imports, 'before it is needed').to.equal(0);
    expect(hosts.map((host) => late.for(host))).to.deep.equal([undefined, undefined]);
    await late.settled;
    expect(hosts.map((host) => late.for(host))).to.deep.equal([words, words]);
    expect(hosts.map(({ asked }) => asked)).to.deep.equal([1, 1]);
    expect(imports).to.equal(1);
  });

  it('says when it cannot be loaded, and comes by itself once it can', async () => {
    let online = false;
    const late = new Late(() =>
      online ? Promise.resolve(words) : Promise.reject(new Error('off')),
    );
    const host = waitingHost();
    late.for(host);
    await late.settled;
    expect([late.failed, late.for(host), host.asked]).to.deep.equal([true, undefined, 1]);
    expect(warnings).to.have.length(1);
    online = true;
    const before = late.settled;
    while (late.settled === before) await new Promise(requestAnimationFrame);
    await late.settled;
    expect([late.failed, late.for(host), host.asked]).to.deep.equal([false, words, 2]);
    expect(warnings).to.have.length(1);
  });
});
