import { expect, waitUntil } from '@open-wc/testing';
import { chunkSize, readFileFrame } from '../../chat/file-frames.js';
import type { FileChannel } from '../../ports/link.js';
import { FileSender } from './file-sender.js';

/** A channel that lets nothing out before it is told to. */
class HeldChannel extends EventTarget implements FileChannel {
  readyState: RTCDataChannelState = 'open';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  most = 0;
  readonly files: (string | undefined)[] = [];

  send(bytes: ArrayBuffer): void {
    if (this.readyState !== 'open') throw new DOMException('', 'InvalidStateError');
    this.files.push(readFileFrame(bytes)?.file);
    this.bufferedAmount += bytes.byteLength;
    this.most = Math.max(this.most, this.bufferedAmount);
  }

  letOut(): void {
    this.bufferedAmount = 0;
    this.dispatchEvent(new Event('bufferedamountlow'));
  }
}

const quiet = { sent: () => undefined, unreadable: () => undefined };
const until = (condition: () => boolean): Promise<void> =>
  waitUntil(condition, undefined, { interval: 2 });
/** Long enough for a sender that does not hold back to send everything. */
const aWhile = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await new Blob(['x']).arrayBuffer();
};

describe('the sender of files', () => {
  it('holds back while the channel is full, and goes on when it is not', async () => {
    const channel = new HeldChannel();
    const sender = new FileSender(quiet);
    sender.use(channel);
    const size = 1_000_000;
    sender.send('f', new Blob([new Uint8Array(size)]), 0);
    await until(() => channel.bufferedAmount > 60_000);
    await aWhile();
    expect(channel.most).to.be.at.most(132_000);
    const chunks = Math.ceil(size / chunkSize);
    await until(() => {
      channel.letOut();
      return channel.files.length === chunks;
    });
    expect(channel.most).to.be.at.most(132_000);
  });

  it('sends several in turns', async () => {
    const channel = new HeldChannel();
    const sender = new FileSender(quiet);
    sender.use(channel);
    for (const file of ['f', 'g', 'h']) sender.send(file, new Blob([new Uint8Array(80_000)]), 0);
    await until(() => {
      channel.letOut();
      return channel.files.length === 15;
    });
    expect(channel.files.join('')).to.equal('ffffgggghhhhfgh');
  });

  it('stops one at once, and sends the others', async () => {
    const channel = new HeldChannel();
    const sender = new FileSender(quiet);
    sender.use(channel);
    sender.send('f', new Blob([new Uint8Array(1_000_000)]), 0);
    sender.send('g', new Blob([new Uint8Array(1_000_000)]), 0);
    await until(() => channel.bufferedAmount > 60_000);
    sender.stop('f');
    const { length } = channel.files;
    const ofG = channel.files.filter((file) => file === 'g').length;
    await until(() => {
      channel.letOut();
      return channel.files.length - length === Math.ceil(1_000_000 / chunkSize) - ofG;
    });
    expect(new Set(channel.files.slice(length))).to.deep.equal(new Set(['g']));
  });

  it('waits until the channel opens', async () => {
    const channel = new HeldChannel();
    channel.readyState = 'connecting';
    const sender = new FileSender(quiet);
    sender.use(channel);
    sender.send('f', new Blob(['words']), 0);
    await aWhile();
    expect(channel.files).to.deep.equal([]);
    channel.readyState = 'open';
    channel.dispatchEvent(new Event('open'));
    await until(() => channel.files.length === 1);
  });

  it('lets go of a channel that died without a word, and sends on the next one', async () => {
    const dead = new HeldChannel();
    const sender = new FileSender(quiet);
    sender.use(dead);
    sender.send('f', new Blob([new Uint8Array(1_000_000)]), 0);
    await until(() => dead.bufferedAmount > 60_000);
    dead.readyState = 'closed';
    const next = new HeldChannel();
    sender.use(next);
    sender.send('g', new Blob(['words']), 0);
    await until(() => next.files.length === 1);
    expect(next.files).to.deep.equal(['g']);
  });

  it('bears a channel that closes while it writes', async () => {
    const channel = new HeldChannel();
    const sender = new FileSender(quiet);
    sender.use(channel);
    const blob = new Blob(['words']);
    blob.slice = () => {
      channel.readyState = 'closed';
      return new Blob(['words']);
    };
    sender.send('f', blob, 0);
    await aWhile();
    const next = new HeldChannel();
    sender.use(next);
    sender.send('f', new Blob(['words']), 0);
    await until(() => next.files.length === 1);
  });
});
