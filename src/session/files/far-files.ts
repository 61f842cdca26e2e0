import type { FileBody } from '../../chat/entry.js';
import type { FileFrame } from '../../chat/file-frames.js';
import { cleanName, pictureTypes } from '../../chat/file-kind.js';
import type { FileChannel } from '../../ports/link.js';
import type { FileRejection } from '../chat-events.js';
import type { FileFailure } from '../conversation.js';
import { type FileMessage, type FileStage, keep, kept } from './file-stage.js';
import type { FileStates } from './file-states.js';
import { IncomingFile } from './incoming-file.js';
import { safeBlob } from './safe-blob.js';

/** Files that are asked for at the same time; what a person asks for comes beside them. */
const atOnce = 3;
/** So many times the limit comes without a person asking; what is more waits for a click. */
const unasked = 10;

interface Far {
  readonly body: FileBody;
  incoming: IncomingFile;
  wanted: boolean;
  /** The connection on which its bytes were asked for. */
  askedOn: FileChannel | undefined;
}

/** The files that the far side offers. Pictures are asked for at once, others by a click; nothing else is held. */
export class FarFiles {
  readonly #stage: FileStage;
  readonly #states: FileStates;
  readonly #say: (message: FileMessage) => void;
  readonly #files = new Map<string, Far>();
  /** While the link is open. */
  #channel: FileChannel | undefined;
  #unaskedBytes = 0;
  limit = 10_000_000;

  constructor(stage: FileStage, states: FileStates, say: (message: FileMessage) => void) {
    this.#stage = stage;
    this.#states = states;
    this.#say = say;
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }

  async meet(body: FileBody, fresh: boolean): Promise<void> {
    const { file, size, mime, url } = body;
    const incoming = new IncomingFile(size);
    const far: Far = { body, incoming, wanted: false, askedOn: undefined };
    this.#files.set(file, far);
    if (url !== undefined) {
      this.#states.set(file, { is: 'done', moved: 0 });
      return;
    }
    const picture = pictureTypes.includes(mime);
    this.#states.set(file, { is: picture ? 'waiting' : 'offered' });
    const found = this.#stage.store?.loadFile ? await kept(this.#stage, file, size) : undefined;
    if (!this.#isOpen(far)) return;
    if (found) await this.#finish(far, found, false);
    else if (!this.#fits(size)) this.#refuse(far, fresh);
    else if (far.wanted) return;
    else if (picture && this.#mayComeUnasked(size)) this.#want(far);
    else this.#states.set(file, { is: 'offered' });
  }

  /** A person asks for it. */
  get(file: string): void {
    const far = this.#files.get(file);
    const is = this.#states.of(file);
    if (!far || (is !== 'offered' && is !== 'failed')) return;
    if (!this.#fits(far.body.size)) {
      this.#refuse(far, true);
      return;
    }
    this.#want(far);
    this.#ask(far);
  }

  gone(file: string): void {
    const far = this.#files.get(file);
    if (far?.wanted) this.#fail(far, 'gone');
  }

  stop(file: string): void {
    const far = this.#files.get(file);
    if (!far) return;
    far.wanted = false;
    far.askedOn = undefined;
    far.incoming = new IncomingFile(far.body.size);
    this.#askNext();
  }

  /** The link is open, on this connection; undefined: it is not. */
  use(channel: FileChannel | undefined): void {
    this.#channel = channel;
    this.#askNext();
  }

  /** What was said of them on an older connection may never have arrived. */
  tellGot(): void {
    for (const { body } of this.#files.values()) {
      if (this.#states.of(body.file) === 'done' && body.url === undefined) {
        this.#say({ type: 'got', file: body.file });
      }
    }
  }

  /** False for bytes that were not asked for on this connection, or are not the next ones: nothing is kept. */
  receive({ file, offset, bytes }: FileFrame, channel: FileChannel): boolean {
    const far = this.#files.get(file);
    if (!far?.wanted || far.askedOn !== channel) return false;
    const taken = far.incoming.take(offset, bytes);
    if (taken === 'over') this.#fail(far, 'too-large', 'too-large');
    if (taken !== 'taken') return false;
    this.#states.moved(file, far.incoming.at);
    if (far.incoming.complete) void this.#complete(far);
    return true;
  }

  close(): void {
    this.#channel = undefined;
    this.#files.clear();
  }

  #fits(size: number): boolean {
    return size > 0 && size <= this.limit;
  }

  #mayComeUnasked(size: number): boolean {
    this.#unaskedBytes += size;
    return this.#unaskedBytes <= this.limit * unasked;
  }

  #want(far: Far): void {
    far.wanted = true;
    this.#states.set(far.body.file, { is: 'waiting', moved: far.incoming.at });
    this.#askNext();
  }

  #askNext(): void {
    const wanted = [...this.#files.values()].filter((far) => far.wanted);
    const isAsked = (far: Far): boolean => far.askedOn === this.#channel;
    const free = atOnce - wanted.filter(isAsked).length;
    const next = wanted.filter((far) => !isAsked(far)).slice(0, Math.max(0, free));
    for (const far of next) this.#ask(far);
  }

  #ask(far: Far): void {
    if (!this.#channel || far.askedOn === this.#channel) return;
    far.askedOn = this.#channel;
    this.#say({ type: 'get', file: far.body.file, offset: far.incoming.at });
  }

  async #complete(far: Far): Promise<void> {
    const blob = far.incoming.blob();
    this.stop(far.body.file);
    await this.#finish(far, blob, true);
  }

  async #finish(far: Far, bytes: Blob, isNew: boolean): Promise<void> {
    const { file, size } = far.body;
    try {
      const safe = await safeBlob(bytes);
      if (!this.#isOpen(far)) return;
      this.stop(file);
      this.#states.set(file, { ...safe, is: 'done', moved: size });
      this.#say({ type: 'got', file });
      if (isNew) await keep(this.#stage, file, safe.blob);
    } catch {
      // The browser found no place for the parts.
      if (this.#isOpen(far)) this.#fail(far, 'no-room', 'no-room');
    }
  }

  #isOpen(far: Far): boolean {
    const { file } = far.body;
    const is = this.#states.of(file);
    return this.#files.get(file) === far && is !== 'done' && is !== 'stopped';
  }

  #refuse(far: Far, fresh: boolean): void {
    const empty = far.body.size === 0;
    this.#fail(
      far,
      empty ? 'gone' : 'too-large',
      fresh ? (empty ? 'empty' : 'too-large') : undefined,
    );
  }

  #fail({ body }: Far, failure: FileFailure, code?: FileRejection): void {
    this.stop(body.file);
    this.#states.set(body.file, { is: 'failed', failure });
    if (code) this.#stage.rejected(code, cleanName(body.name));
  }
}
