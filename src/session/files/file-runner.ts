import type { FileBody } from '../../chat/entry.js';
import { readFileFrame } from '../../chat/file-frames.js';
import type { FileChannel } from '../../ports/link.js';
import type { FileState, Uploader } from '../conversation.js';
import { FarFiles } from './far-files.js';
import type { FileMessage, FileStage } from './file-stage.js';
import { FileStates } from './file-states.js';
import { FileUploads } from './file-uploads.js';
import { OwnFiles } from './own-files.js';

export type { FileMessage, FileStage } from './file-stage.js';

/**
 * Runs the files of a conversation, whichever side they come from, and goes on after a drop where it
 * stopped. Nothing is sent that was not offered; nothing is held that was not asked for.
 */
export class FileRunner {
  readonly #stage: FileStage;
  readonly #states: FileStates;
  readonly #own: OwnFiles;
  readonly #far: FarFiles;
  readonly #uploads: FileUploads;
  #channel: FileChannel | undefined;
  #open = false;
  #unsaid: FileMessage[] = [];
  /** Frames that nobody had asked for, or could read; for diagnosis. */
  dropped = 0;

  constructor(stage: FileStage) {
    const say = (message: FileMessage): void => this.#say(message);
    this.#stage = stage;
    this.#states = new FileStates(stage.clock, () => stage.changed());
    this.#own = new OwnFiles(stage, this.#states, say);
    this.#far = new FarFiles(stage, this.#states, say);
    this.#uploads = new FileUploads(this.#states);
  }

  get states(): ReadonlyMap<string, FileState> {
    return this.#states.map;
  }

  /** Bytes of the largest file that is taken from the far side. */
  get limit(): number {
    return this.#far.limit;
  }

  set limit(bytes: number) {
    this.#far.limit = bytes;
  }

  // ── What is in the conversation ──────────────────────────────────────────

  /** One's own file: the far side may ask for it from now on. */
  offer(file: Blob, id: string): void {
    this.#own.offer(file, id);
  }

  /**
   * An entry is in the log: new, replayed or restored. What was restored is told before `opened()`, else a
   * far side that asks for it at once hears that it is gone. `fresh`: new to this side, so a refusal is news.
   */
  appeared(body: FileBody, own: boolean, fresh = true): void {
    if (this.#own.has(body.file) || this.#far.has(body.file)) return;
    if (own) void this.#own.restore(body);
    else void this.#far.meet(body, fresh);
  }

  /** The log says that a file was stopped, by whichever side. Final, unless all of it had come. */
  withdrawn(file: string): void {
    this.stop(file);
  }

  // ── Commands ─────────────────────────────────────────────────────────────

  /** Asks for the far side's file. */
  get(file: string): void {
    this.#far.get(file);
  }

  stop(file: string): void {
    const is = this.#states.of(file);
    if (is === undefined || is === 'done') return;
    this.#states.set(file, { is: 'stopped' });
    this.#own.stop(file);
    this.#far.stop(file);
    this.#uploads.stop(file);
  }

  /** One's own file, to offer it anew; undefined where its bytes are no longer here. */
  bytesOf(file: string): Promise<Blob | undefined> {
    return this.#own.bytesOf(file);
  }

  /** Tries once more what failed. */
  again(file: string): void {
    if (this.#states.of(file) !== 'failed') return;
    this.#uploads.again(file);
    this.#far.get(file);
  }

  /**
   * Brings a file to the host's store and answers where it is. Stays open when the uploader fails, for
   * `again()`; rejects with an AbortError when it is stopped.
   */
  upload(file: File, id: string, uploader: Uploader): Promise<string> {
    this.#own.uploaded(file, id);
    return this.#uploads.begin(file, id, uploader);
  }

  /** Forgets all, and stops what is on its way. */
  close(): void {
    this.#uploads.close();
    this.#use(undefined);
    this.#open = false;
    this.#own.close();
    this.#far.close();
    this.#states.close();
  }

  // ── The link ─────────────────────────────────────────────────────────────

  /** The link is open: on a new connection, or again on the old one after a silence. */
  opened(): void {
    const { files } = this.#stage;
    const unsaid = this.#unsaid.splice(0);
    this.#open = true;
    if (files === this.#channel) {
      for (const message of unsaid) this.#stage.tell(message);
    } else {
      this.#use(files);
      this.#far.tellGot();
    }
    this.#far.use(files);
  }

  /** After a mere silence, bytes that were on their way still come. */
  lost(): void {
    this.#open = false;
    this.#far.use(undefined);
    for (const [file, { is }] of this.states) {
      if (is === 'moving' && !this.#uploads.has(file)) this.#states.set(file, { is: 'waiting' });
    }
  }

  heard(message: FileMessage): void {
    if (message.type === 'get') void this.#own.asked(message.file, message.offset);
    else if (message.type === 'got') this.#own.arrived(message.file);
    else this.#far.gone(message.file);
  }

  #use(channel: FileChannel | undefined): void {
    this.#channel?.removeEventListener('message', this.#receive);
    this.#channel = channel;
    channel?.addEventListener('message', this.#receive);
    this.#own.use(channel);
  }

  #say(message: FileMessage): void {
    if (this.#open) this.#stage.tell(message);
    else this.#unsaid.push(message);
  }

  readonly #receive = (event: Event): void => {
    const frame = readFileFrame((event as MessageEvent<unknown>).data);
    if (frame && this.#channel && this.#far.receive(frame, this.#channel)) return;
    this.dropped += 1;
  };
}
