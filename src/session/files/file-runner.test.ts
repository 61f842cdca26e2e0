import { expect, waitUntil } from '@open-wc/testing';
import type { FileBody } from '../../chat/entry.js';
import { chunkSize, fileFrame, readFileFrame } from '../../chat/file-frames.js';
import type { Clock } from '../../ports/clock.js';
import type { FileChannel } from '../../ports/link.js';
import { hearWarnings } from '../../testing/hear-warnings.js';
import { hostileFiles } from '../../testing/hostile-files.js';
import { type FilesPair, loopbackFiles } from '../../transport/loopback-files.js';
import type { FileRejection } from '../chat-events.js';
import type { ChatStore } from '../chat-store.js';
import type { FileState } from '../conversation.js';
import { type FileMessage, FileRunner, type FileStage } from './file-runner.js';

const pngMark = '\x89PNG\r\n\x1a\n';
const bytesOf = (content: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(content, (character) => character.charCodeAt(0));

/** A picture of so many bytes, none of them by chance like its neighbour. */
function picture(size: number): Blob {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 31 + (at >> 8)) & 0x7f;
  bytes.set(bytesOf(pngMark).subarray(0, size));
  return new Blob([bytes], { type: 'text/html' });
}

const bodyOf = (file: string, size: number, changes: Partial<FileBody> = {}): FileBody => ({
  type: 'file',
  file,
  size,
  name: `${file}.png`,
  mime: 'image/png',
  ...changes,
});

/** What a browser's store does, in memory. */
function memory(): ChatStore & { readonly files: Map<string, Blob> } {
  const files = new Map<string, Blob>();
  return {
    files,
    load: () => [],
    put: () => undefined,
    remove: () => undefined,
    clear: () => undefined,
    putFile: (file, blob) => void files.set(file, blob),
    loadFile: (file) => Promise.resolve(files.get(file)),
  };
}

class Side implements FileStage {
  files: FileChannel | undefined;
  far: Side | undefined;
  /** What this side says of this kind never arrives. */
  unheard: FileMessage['type'] | undefined;
  readonly told: FileMessage[] = [];
  readonly rejections: string[] = [];
  readonly keeps: boolean[] = [];
  changes = 0;
  /** Frames that came. */
  frames = 0;
  readonly clock: Clock = {
    now: () => 0,
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  };
  readonly runner: FileRunner;

  readonly store: ChatStore | undefined;

  constructor(store?: ChatStore) {
    this.store = store;
    this.runner = new FileRunner(this);
  }

  tell(message: FileMessage): void {
    this.told.push(message);
    const { files, far } = this;
    if (message.type === this.unheard) return;
    queueMicrotask(() => {
      if (files?.readyState === 'open') far?.runner.heard(message);
    });
  }

  changed(): void {
    this.changes += 1;
  }

  rejected(code: FileRejection, name: string): void {
    this.rejections.push(`${code} ${name}`);
  }

  kept(kept: boolean): void {
    this.keeps.push(kept);
  }

  state(file: string): FileState | undefined {
    return this.runner.states.get(file);
  }

  is(file: string): string | undefined {
    return this.state(file)?.is;
  }

  gets(): readonly FileMessage[] {
    return this.told.filter(({ type }) => type === 'get');
  }
}

const running: Link[] = [];

/** Two sides and the path between them. */
class Link {
  #pair: FilesPair | undefined;

  constructor(
    public a = new Side(),
    public b = new Side(),
  ) {
    running.push(this);
    this.join();
  }

  join(): void {
    const pair = (this.#pair = loopbackFiles());
    this.a.far = this.b;
    this.b.far = this.a;
    this.a.files = pair.a;
    this.b.files = pair.b;
    pair.b.addEventListener('message', () => (this.b.frames += 1));
    this.a.runner.opened();
    this.b.runner.opened();
  }

  cut(): void {
    this.#pair?.close();
    this.a.files = this.b.files = undefined;
    this.a.runner.lost();
    this.b.runner.lost();
  }

  close(): void {
    this.cut();
    this.a.runner.close();
    this.b.runner.close();
  }

  /** a offers, and its entry comes to b. */
  offer(file: string, blob: Blob, changes: Partial<FileBody> = {}): void {
    this.a.runner.offer(blob, file);
    this.b.runner.appeared(bodyOf(file, blob.size, changes), false);
  }

  /** Bytes that a hostile a puts on the channel by hand. */
  put(file: string, offset: number, size: number): void {
    this.a.files?.send(fileFrame({ file, offset, bytes: new Uint8Array(size) }));
  }
}

const until = (condition: () => boolean, what = 'it happens'): Promise<void> =>
  waitUntil(condition, what, { interval: 2, timeout: 8000 });
const untilIs = (side: Side, file: string, is: FileState['is']): Promise<void> =>
  until(() => side.is(file) === is, `${file} is ${is}, not ${side.is(file)}`);
const untilDone = (link: Link, file: string): Promise<void> =>
  until(() => link.a.is(file) === 'done' && link.b.is(file) === 'done', `${file} is done`);
/** What was put on the channel before has come. */
const afterAll = async (side: Side, frames: number): Promise<void> =>
  until(() => side.frames >= frames, `${frames} frames come`);

const equal = async (blob: Blob | undefined, other: Blob): Promise<boolean> => {
  const [one, two] = await Promise.all([blob?.arrayBuffer(), other.arrayBuffer()]);
  if (one?.byteLength !== two.byteLength) return false;
  const [left, right] = [new Uint8Array(one), new Uint8Array(two)];
  return left.every((byte, at) => byte === right[at]);
};

describe('the files of a conversation', () => {
  const warnings = hearWarnings();
  afterEach(() => {
    for (const link of running.splice(0)) link.close();
  });

  it('come by themselves when they are pictures, under their true type', async () => {
    const link = new Link();
    const sent = picture(300_000);
    link.offer('f', sent);
    await untilDone(link, 'f');
    const { blob, picture: shown, moved } = link.b.state('f') ?? {};
    expect(shown).to.equal(true);
    expect(blob?.type).to.equal('image/png');
    expect(moved).to.equal(300_000);
    expect(await equal(blob, sent)).to.equal(true);
    expect(link.a.state('f')?.blob?.type).to.equal('image/png');
  });

  it('wait for a click when they are documents, and until then nothing comes', async () => {
    const link = new Link();
    link.offer('f', new Blob(['%PDF-1.7 a bill']), { mime: 'application/pdf' });
    link.offer('g', picture(100));
    await untilDone(link, 'g');
    expect(link.b.is('f')).to.equal('offered');
    expect(link.b.frames).to.equal(1);
    link.b.runner.get('f');
    await untilDone(link, 'f');
    const { blob, picture: shown } = link.b.state('f') ?? {};
    expect(shown).to.equal(false);
    expect(blob?.type).to.equal('application/octet-stream');
  });

  it('are another map after each change, and tell progress no more often than ten times a second', async () => {
    const link = new Link();
    const maps = new Set<unknown>();
    const moved: number[] = [];
    const began = performance.now();
    link.offer('f', picture(3_000_000));
    await until(() => {
      maps.add(link.b.runner.states);
      moved.push(link.b.state('f')?.moved ?? 0);
      return link.b.is('f') === 'done';
    });
    expect(moved).to.deep.equal([...moved].sort((x, y) => x - y));
    // The states that it went through, and a look each 100 ms.
    expect(link.b.changes).to.be.at.most(6 + (performance.now() - began) / 100);
    expect(maps.size).to.be.at.least(3);
  });

  it('take turns: a small one does not wait behind a large one', async () => {
    const link = new Link();
    link.offer('large', picture(5_000_000));
    await untilIs(link.b, 'large', 'moving');
    link.offer('small', picture(50_000));
    await untilDone(link, 'small');
    expect(link.b.is('large')).to.equal('moving');
    await untilDone(link, 'large');
  });

  it('become documents when their content is no picture', async () => {
    const link = new Link();
    for (const [at, { content }] of hostileFiles.entries()) {
      if (content !== '') link.offer(`f${at}`, new Blob([bytesOf(content)]));
    }
    await until(() => [...link.b.runner.states.values()].every(({ is }) => is === 'done'));
    for (const side of [link.a, link.b]) {
      expect(side.runner.states.size).to.be.at.least(100);
      for (const { picture: shown, blob } of side.runner.states.values()) {
        expect(shown).to.equal(false);
        expect(blob?.type).to.equal('application/octet-stream');
      }
    }
  });

  describe('that are stopped', () => {
    for (const who of ['a', 'b'] as const) {
      it(`by ${who === 'a' ? 'their sender' : 'their receiver'} stop on both sides, and nothing of them is held`, async () => {
        const link = new Link();
        link.offer('f', picture(8_000_000));
        await untilIs(link.b, 'f', 'moving');
        link[who].runner.stop('f');
        link[who === 'a' ? 'b' : 'a'].runner.withdrawn('f');
        expect([link.a.is('f'), link.b.is('f')]).to.deep.equal(['stopped', 'stopped']);
        link.offer('g', picture(1000));
        await untilDone(link, 'g');
        expect(link.b.is('f')).to.equal('stopped');
        expect(link.b.state('f')?.blob).to.equal(undefined);
        const { frames } = link.b;
        link.offer('h', picture(1000));
        await untilDone(link, 'h');
        expect(link.b.frames).to.equal(frames + 1);
      });
    }

    it('are not sent to who asks all the same', async () => {
      const link = new Link();
      link.a.runner.offer(picture(100), 'f');
      link.a.runner.stop('f');
      link.a.runner.heard({ type: 'get', file: 'f', offset: 0 });
      await until(() => link.a.told.length > 0);
      expect(link.a.told).to.deep.equal([{ type: 'gone', file: 'f' }]);
    });
  });

  describe('after a drop', () => {
    it('go on where they were, on the new connection', async () => {
      const link = new Link();
      const sent = picture(6_000_000);
      link.offer('f', sent);
      for (let drops = 0; drops < 3; drops += 1) {
        const { frames } = link.b;
        await until(() => link.b.frames > frames + 40);
        link.cut();
        expect(link.b.is('f')).to.equal('waiting');
        expect(link.a.is('f')).to.equal('waiting');
        link.join();
      }
      await untilDone(link, 'f');
      expect(await equal(link.b.state('f')?.blob, sent)).to.equal(true);
      expect(link.b.frames).to.equal(Math.ceil(sent.size / chunkSize));
      const offsets = link.b.gets().map((message) => 'offset' in message && message.offset);
      expect(offsets).to.have.length(4);
      expect(new Set(offsets).size).to.equal(4);
    });

    it('go on by themselves on the old connection after a mere silence', async () => {
      const link = new Link();
      link.offer('f', picture(3_000_000));
      await untilIs(link.b, 'f', 'moving');
      link.a.runner.lost();
      link.b.runner.lost();
      expect(link.b.is('f')).to.equal('waiting');
      await untilIs(link.b, 'f', 'done');
      // Said into the silence, it would be lost.
      expect(link.a.is('f')).not.to.equal('done');
      link.b.runner.opened();
      link.a.runner.opened();
      await untilDone(link, 'f');
      expect(link.b.gets()).to.have.length(1);
    });

    it('are asked for then, if they were wanted meanwhile', async () => {
      const link = new Link();
      link.cut();
      link.offer('f', picture(1000));
      expect(link.b.is('f')).to.equal('waiting');
      link.offer('g', picture(1000), { mime: 'text/plain' });
      link.b.runner.get('g');
      link.join();
      await untilDone(link, 'f');
      await untilDone(link, 'g');
    });

    it('are known to have come, when that was said into the drop', async () => {
      const link = new Link();
      link.b.unheard = 'got';
      link.offer('f', picture(1000));
      await untilIs(link.b, 'f', 'done');
      link.cut();
      expect(link.a.is('f')).to.equal('waiting');
      link.b.unheard = undefined;
      link.join();
      await untilDone(link, 'f');
    });
  });

  describe('after a refresh', () => {
    /** Another page load of one side, which finds its entries again. */
    const refresh = (
      link: Link,
      who: 'a' | 'b',
      store: ChatStore | undefined,
      body: FileBody,
    ): void => {
      link.cut();
      link[who].runner.close();
      link[who] = new Side(store);
      link[who].runner.appeared(body, who === 'a', false);
      link.join();
    };
    const size = 6_000_000;

    it('of their sender go on where they were, out of its store', async () => {
      const store = memory();
      const link = new Link(new Side(store));
      const sent = picture(size);
      link.offer('f', sent);
      await until(() => link.b.frames > 40);
      refresh(link, 'a', store, bodyOf('f', size));
      await untilDone(link, 'f');
      expect(await equal(link.b.state('f')?.blob, sent)).to.equal(true);
      expect(link.b.frames).to.equal(Math.ceil(size / chunkSize));
    });

    it('of their sender are gone without a store, on both sides', async () => {
      const link = new Link();
      link.offer('f', picture(size));
      await untilIs(link.b, 'f', 'moving');
      refresh(link, 'a', undefined, bodyOf('f', size));
      await untilIs(link.b, 'f', 'failed');
      expect(link.b.state('f')?.failure).to.equal('gone');
      expect(link.a.state('f')?.failure).to.equal('gone');
    });

    for (const store of [undefined, memory()]) {
      it(`of their receiver in mid-file come whole, ${store ? 'with' : 'without'} a store`, async () => {
        const link = new Link(undefined, new Side(store));
        const sent = picture(size);
        link.offer('f', sent);
        await untilIs(link.b, 'f', 'moving');
        refresh(link, 'b', store, bodyOf('f', size));
        await untilDone(link, 'f');
        expect(await equal(link.b.state('f')?.blob, sent)).to.equal(true);
      });
    }

    it('of their receiver are read from its store, when they had come', async () => {
      const store = memory();
      const link = new Link(undefined, new Side(store));
      link.offer('f', picture(1000));
      await untilDone(link, 'f');
      refresh(link, 'b', store, bodyOf('f', 1000));
      await untilIs(link.b, 'f', 'done');
      expect(link.b.state('f')?.picture).to.equal(true);
      expect(link.b.gets()).to.deep.equal([]);
    });

    it('of their sender show that they had come, even before their entry is back', async () => {
      const link = new Link();
      link.offer('f', picture(1000));
      await untilDone(link, 'f');
      link.cut();
      link.a = new Side();
      link.join();
      await until(() => link.b.told.filter(({ type }) => type === 'got').length === 2);
      link.a.runner.appeared(bodyOf('f', 1000), true, false);
      expect(link.a.is('f')).to.equal('done');
    });

    it('are not believed to be what a store gives in their place', async () => {
      const store = memory();
      store.files.set('f', picture(999));
      const link = new Link(undefined, new Side(store));
      link.offer('f', picture(1000));
      await untilDone(link, 'f');
      expect(link.b.state('f')?.blob?.size).to.equal(1000);
    });
  });

  describe('of a hostile far side', () => {
    it('are not kept unless they were asked for: not one byte', async () => {
      const link = new Link();
      link.b.runner.appeared(bodyOf('f', 100_000, { mime: 'application/pdf' }), false);
      for (let at = 0; at < 5; at += 1) {
        link.put('f', at * chunkSize, chunkSize);
        link.put('unheard-of', at * chunkSize, chunkSize);
      }
      await afterAll(link.b, 10);
      expect(link.b.runner.dropped).to.equal(10);
      expect(link.b.state('f')).to.include({ is: 'offered', moved: 0 });
      // Had they been kept, they would not be asked for again from the start.
      link.b.runner.get('f');
      expect(link.b.gets().at(-1)).to.deep.equal({ type: 'get', file: 'f', offset: 0 });
    });

    it('are dropped where they are out of order', async () => {
      const link = new Link();
      link.a.unheard = 'gone';
      link.b.runner.appeared(bodyOf('f', 300), false);
      await until(() => link.b.gets().length === 1);
      for (const offset of [100, 200, 1, 2 ** 50]) link.put('f', offset, 100);
      await afterAll(link.b, 4);
      expect(link.b.runner.dropped).to.equal(4);
      for (const offset of [0, 0, 100, 0, 100, 200, 200]) link.put('f', offset, 100);
      await untilIs(link.b, 'f', 'done');
      await afterAll(link.b, 11);
      expect(link.b.state('f')?.blob?.size).to.equal(300);
    });

    it('are refused as soon as they are larger than was announced', async () => {
      const link = new Link();
      link.a.unheard = 'gone';
      link.b.runner.appeared(bodyOf('f', 300, { name: '../../x\u202egnp.exe' }), false);
      await until(() => link.b.gets().length === 1);
      link.put('f', 0, 200);
      link.put('f', 200, 200);
      link.put('f', 200, 100);
      await untilIs(link.b, 'f', 'failed');
      await afterAll(link.b, 3);
      expect(link.b.state('f')).to.include({ is: 'failed', failure: 'too-large' });
      expect(link.b.state('f')?.blob).to.equal(undefined);
      expect(link.b.rejections).to.deep.equal(['too-large xgnp.bin']);
    });

    it('are not even asked for when they are announced as too large, or as nothing', () => {
      const link = new Link();
      link.b.runner.limit = 1000;
      link.b.runner.appeared(bodyOf('f', 1001), false);
      link.b.runner.appeared(bodyOf('g', 2 ** 41), false);
      link.b.runner.appeared(bodyOf('h', 0), false);
      link.b.runner.appeared(bodyOf('i', 1001), false, false);
      expect(link.b.told).to.deep.equal([]);
      expect(link.b.rejections).to.deep.equal([
        'too-large f.png',
        'too-large g.png',
        'empty h.png',
      ]);
      link.b.runner.limit = 2000;
      link.b.runner.again('f');
      expect(link.b.gets()).to.have.length(1);
    });

    it('do not come unasked without an end', async () => {
      const link = new Link();
      link.b.runner.limit = 1000;
      for (let at = 0; at < 50; at += 1) link.offer(`f${at}`, picture(1000));
      await untilDone(link, 'f9');
      expect(link.b.is('f10')).to.equal('offered');
      expect(link.b.gets()).to.have.length(10);
      link.b.runner.get('f49');
      await untilDone(link, 'f49');
    });

    it('change nothing after they are done, nor under the name of another', async () => {
      const link = new Link();
      const sent = picture(1000);
      link.offer('f', sent);
      await untilDone(link, 'f');
      link.put('f', 1000, 100);
      link.put('f', 0, 100);
      link.b.runner.appeared(bodyOf('f', 5_000_000), false);
      link.a.files?.send(new ArrayBuffer(0));
      link.a.files?.send(new ArrayBuffer(1_000_000));
      link.b.runner.heard({ type: 'gone', file: 'f' });
      await afterAll(link.b, 5);
      expect(link.b.runner.dropped).to.equal(4);
      expect(link.b.is('f')).to.equal('done');
      expect(await equal(link.b.state('f')?.blob, sent)).to.equal(true);
    });

    it('cannot be fetched by it: what it was not offered is gone', async () => {
      const link = new Link();
      link.b.runner.appeared(bodyOf('theirs', 10, { mime: 'text/plain' }), false);
      void link.b.runner
        .upload(new File(['x'], 'x'), 'stored', () => new Promise(() => undefined))
        .catch(() => undefined);
      link.b.runner.offer(picture(100), 'mine');
      for (const file of ['theirs', 'stored', '__proto__', 'constructor', '']) {
        link.b.runner.heard({ type: 'get', file, offset: 0 });
      }
      for (const offset of [100, 101, Number.MAX_SAFE_INTEGER]) {
        link.b.runner.heard({ type: 'get', file: 'mine', offset });
      }
      await until(() => link.b.told.length === 8);
      expect(link.b.told.every(({ type }) => type === 'gone')).to.equal(true);
      link.b.runner.heard({ type: 'got', file: 'theirs' });
      expect(link.b.is('theirs')).to.equal('offered');
    });

    it('are sent once to who asks for them many times at once', async () => {
      const link = new Link();
      link.offer('f', picture(1_000_000));
      for (let time = 0; time < 100; time += 1) {
        link.a.runner.heard({ type: 'get', file: 'f', offset: time });
      }
      await untilDone(link, 'f');
      expect(link.b.frames).to.equal(Math.ceil(1_000_000 / chunkSize));
    });
  });

  it('that cannot be read any more are told to be gone', async () => {
    const link = new Link();
    const broken = new Blob(['words']);
    broken.slice = () =>
      ({
        size: 5,
        arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
      }) as unknown as Blob;
    link.offer('f', broken);
    await untilIs(link.b, 'f', 'failed');
    expect(link.a.state('f')?.failure).to.equal('gone');
    expect(link.b.state('f')?.failure).to.equal('gone');
  });

  it('show although the store has no room for them', async () => {
    const full = {
      ...memory(),
      putFile: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
    };
    const link = new Link(new Side(full), new Side(full));
    link.offer('f', picture(1000));
    await untilDone(link, 'f');
    await until(() => link.b.keeps.length > 0 && link.a.keeps.length > 0);
    expect([link.a.keeps, link.b.keeps]).to.deep.equal([[false], [false]]);
    expect(link.b.state('f')?.blob?.size).to.equal(1000);
  });

  describe('that a host stores', () => {
    const file = new File([bytesOf(pngMark)], 'a.png');

    it('are there under the address that it answers, with progress on the way', async () => {
      const { a } = new Link();
      let go: () => void = () => undefined;
      const address = a.runner.upload(file, 'f', async (_file, { progress }) => {
        progress(5);
        progress(NaN);
        progress(5);
        await new Promise<void>((resolve) => (go = resolve));
        return new URL('https://files.example/1');
      });
      await until(() => a.state('f')?.moved === 5);
      go();
      expect(await address).to.equal('https://files.example/1');
      expect(a.state('f')).to.include({ is: 'done', moved: 8 });
      await until(() => a.state('f')?.picture === true);
    });

    it('can be tried again', async () => {
      const { a } = new Link();
      let tries = 0;
      const address = a.runner.upload(file, 'f', () => {
        tries += 1;
        return tries < 2 ? Promise.reject(new Error('virus')) : Promise.resolve('/files/1');
      });
      await untilIs(a, 'f', 'failed');
      expect(a.state('f')?.failure).to.equal('upload-failed');
      expect(warnings[0]).to.contain('virus');
      a.runner.again('f');
      expect(await address).to.equal(new URL('/files/1', location.href).href);
      expect(a.state('f')).to.include({ is: 'done', failure: undefined });
    });

    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:x',
      'http://',
      `https://x/${'x'.repeat(2048)}`,
    ]) {
      it(`are refused under ${address.slice(0, 30)}`, async () => {
        const { a } = new Link();
        void a.runner.upload(file, 'f', () => Promise.resolve(address)).catch(() => undefined);
        await untilIs(a, 'f', 'failed');
      });
    }

    it('can be stopped: the uploader hears of it, and what it answers then is nothing', async () => {
      const { a } = new Link();
      let heard: AbortSignal | undefined;
      let go: (address: string) => void = () => undefined;
      const address = a.runner.upload(file, 'f', (_file, { signal }) => {
        heard = signal;
        return new Promise((resolve) => (go = resolve));
      });
      a.runner.stop('f');
      go('https://files.example/1');
      expect(await address.catch((error: unknown) => (error as Error).name)).to.equal('AbortError');
      expect(heard?.aborted).to.equal(true);
      expect(a.is('f')).to.equal('stopped');
    });

    it('are done for the far side at once: there is nothing to fetch from here', () => {
      const { b } = new Link();
      b.runner.appeared(bodyOf('f', 10, { url: 'https://files.example/1' }), false);
      expect(b.is('f')).to.equal('done');
      expect(b.told).to.deep.equal([]);
    });
  });

  it('send frames that the far side can read', async () => {
    const link = new Link();
    const seen: (number | undefined)[] = [];
    link.b.files?.addEventListener('message', (event) =>
      seen.push(readFileFrame((event as MessageEvent).data)?.bytes.length),
    );
    link.offer('f', picture(chunkSize * 2 + 1));
    await untilDone(link, 'f');
    expect(seen).to.deep.equal([chunkSize, chunkSize, 1]);
  });
});
