import { expect, waitUntil } from '@open-wc/testing';
import type { Link, LinkConfig, LinkListener } from '../ports/link.js';
import { loopback, type Loopback } from './loopback-link.js';

const config: LinkConfig = {
  party: 'agent',
  server: 'https://x.example/',
  peerId: 'a',
  remoteId: 'b',
  iceServers: [],
};
const quiet: LinkListener = {
  linkChanged: () => undefined,
  messageReceived: () => undefined,
  lineReady: () => undefined,
  linkFailed: () => undefined,
};

async function joined(): Promise<
  { a: Link; b: Link } & Pick<Loopback, 'cut' | 'join' | 'silence' | 'hearAgain'>
> {
  const path = loopback();
  const links = {
    a: path.a(config, quiet),
    b: path.b(config, quiet),
    cut: () => path.cut(),
    join: () => path.join(),
    silence: () => path.silence(),
    hearAgain: () => path.hearAgain(),
  };
  await waitUntil(() => links.a.files !== undefined);
  return links;
}

describe('the loopback link', () => {
  it('carries bytes of files in order, out of a buffer that empties by itself', async () => {
    const { a, b } = await joined();
    const came: (number | undefined)[] = [];
    b.files?.addEventListener('message', (event) =>
      came.push(new Uint8Array((event as MessageEvent<ArrayBuffer>).data)[0]),
    );
    let low = 0;
    a.files?.addEventListener('bufferedamountlow', () => (low += 1));
    for (let at = 0; at < 20; at += 1) a.files?.send(new Uint8Array(10_000).fill(at).buffer);
    expect(a.files?.bufferedAmount).to.equal(200_000);
    expect(came).to.deep.equal([]);
    await waitUntil(() => came.length === 20);
    expect(came).to.deep.equal([...came.keys()]);
    await waitUntil(() => low === 1);
    expect(a.files?.bufferedAmount).to.equal(0);
  });

  it('has another channel for files on each connection; what waited in the old one is lost', async () => {
    const { a, b, cut, join } = await joined();
    const [old, theirs] = [a.files, b.files];
    let came = 0;
    let closed = 0;
    theirs?.addEventListener('message', () => (came += 1));
    theirs?.addEventListener('close', () => (closed += 1));
    old?.send(new ArrayBuffer(10));
    cut();
    expect([a.files, b.files, old?.readyState]).to.deep.equal([undefined, undefined, 'closed']);
    expect(closed).to.equal(1);
    expect(() => old?.send(new ArrayBuffer(10))).to.throw();
    join();
    expect(a.files).not.to.equal(old);
    const next = new Promise((done) => b.files?.addEventListener('message', done));
    a.files?.send(new ArrayBuffer(10));
    await next;
    expect(came).to.equal(0);
  });

  it('keeps its channel for files on a silent path; what waited comes when that carries again', async () => {
    const { a, b, silence, hearAgain } = await joined();
    const { files } = a;
    let came = 0;
    const next = new Promise((done) => b.files?.addEventListener('message', done));
    b.files?.addEventListener('message', () => (came += 1));
    silence();
    a.files?.send(new ArrayBuffer(10));
    await new Promise((done) => setTimeout(done));
    expect(came).to.equal(0);
    hearAgain();
    await next;
    expect(a.files).to.equal(files);
  });
});
