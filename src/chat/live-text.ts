import { maxInsert, maxText } from './limits.js';
import type { LiveMessage } from './messages.js';

// Real-time text: each change of what is being typed travels as the smallest edit. Edits are numbered, so that
// a lost one is noticed; a whole repairs what it did. Positions are UTF-16 units.

/** As a session shows it. */
interface Shown {
  readonly text: string;
  readonly lossy: boolean;
}

const loss = '\ufffd';
/** Marks of loss that are kept; a far side could make any number of them. */
const maxMarks = 100;

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
/** Between the two halves of one character. */
const splits = (text: string, at: number): boolean =>
  isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/** Text that can travel: no halves of characters, and not longer than a message. */
function clean(text: string): string {
  const whole = text.replace(/\p{Cs}/gu, '');
  return whole.slice(0, splits(whole, maxText) ? maxText - 1 : maxText);
}

/** What changed from one text to another, as one edit. */
function editOf(from: string, to: string): { at: number; erase: number; insert: string } {
  const shorter = Math.min(from.length, to.length);
  let at = 0;
  while (at < shorter && from[at] === to[at]) at += 1;
  if (isHigh(from.charCodeAt(at - 1))) at -= 1;
  let same = 0;
  while (same < shorter - at && from.at(-1 - same) === to.at(-1 - same)) same += 1;
  if (isLow(from.charCodeAt(from.length - same))) same -= 1;
  return { at, erase: from.length - same - at, insert: to.slice(at, to.length - same) };
}

/** Tells the far side what is being typed here. */
export class LiveWriter {
  readonly #newId: () => string;
  #draft: string | undefined;
  #number = 0;
  #text = '';

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** What to send now that this is what has been typed; undefined when it is what was sent last. */
  changed(typed: string): LiveMessage | undefined {
    const text = clean(typed);
    const before = this.#text;
    if (text === before) return undefined;
    this.#text = text;
    if (this.#draft === undefined) {
      this.#draft = this.#newId();
      return this.whole();
    }
    const edit = editOf(before, text);
    return edit.insert.length > maxInsert ? this.whole() : this.#next(edit);
  }

  /** All of it: first, after a drop, and where an edit would be too long. */
  whole(): LiveMessage | undefined {
    return this.#draft === undefined ? undefined : this.#next({ whole: this.#text });
  }

  /** It was sent, or thrown away: what is typed next is another message. */
  done(): void {
    this.#draft = undefined;
    this.#number = 0;
    this.#text = '';
  }

  #next(change: Pick<LiveMessage, 'at' | 'erase' | 'insert' | 'whole'>): LiveMessage {
    this.#number += 1;
    return { type: 'live', draft: this.#draft ?? '', number: this.#number, ...change };
  }
}

/** What the far side is typing. What is lost on the way is marked, never silently gone. */
export class LiveReader {
  #draft: string | undefined;
  #over: string | undefined;
  #number = 0;
  #text = '';
  /** Places in the text where something was lost; its writer knows nothing of them. */
  #marks: readonly number[] = [];
  #lossy = false;

  /** What is being typed after this; undefined when nothing is. Takes anything that has the shape. */
  heard(message: LiveMessage): Shown | undefined {
    const { draft, number, whole } = message;
    if (draft === this.#over) return this.#shown;
    if (draft !== this.#draft) this.#begin(draft);
    if (number <= this.#number) return this.#shown; // once more
    const missed = number > this.#number + 1;
    this.#number = number;
    if (whole === undefined) this.#edit(message, missed);
    else this.#repair(whole);
    return this.#shown;
  }

  /** The path broke: what is typed from now on does not come. */
  lost(): Shown | undefined {
    if (this.#shown) this.#mark(this.#text.length);
    return this.#shown;
  }

  /** It was sent, or its writer is gone; nothing more of it is shown. */
  clear(): void {
    this.#over = this.#draft;
    this.#begin(undefined);
  }

  get #shown(): Shown | undefined {
    if (this.#text === '' && this.#marks.length === 0) return undefined;
    return { text: this.#marked(), lossy: this.#lossy };
  }

  #begin(draft: string | undefined): void {
    this.#draft = draft;
    this.#number = 0;
    this.#repair('');
  }

  #repair(whole: string): void {
    this.#text = clean(whole);
    this.#marks = [];
    this.#lossy = false;
  }

  #edit({ at = 0, erase = 0, insert = '' }: LiveMessage, missed: boolean): void {
    const { length } = this.#text;
    // In a text that lacks something, places may be anywhere.
    let from = Math.min(at, length);
    if (splits(this.#text, from)) from -= 1;
    let to = Math.min(from + erase, length);
    if (splits(this.#text, to)) to += 1;
    const added = clean(insert);
    this.#text = clean(this.#text.slice(0, from) + added + this.#text.slice(to));
    const shift = added.length - (to - from);
    const moved = (mark: number): number => {
      if (mark <= from) return mark;
      return mark < to ? from : mark + shift;
    };
    this.#marks = [...new Set(this.#marks.map((mark) => Math.min(moved(mark), this.#text.length)))];
    if (missed) this.#mark(from);
  }

  #mark(at: number): void {
    this.#lossy = true;
    const marks = new Set([...this.#marks, at]);
    this.#marks = [...marks].sort((a, b) => a - b).slice(0, maxMarks);
  }

  #marked(): string {
    let text = '';
    let from = 0;
    for (const mark of this.#marks) {
      text += this.#text.slice(from, mark) + loss;
      from = mark;
    }
    return text + this.#text.slice(from);
  }
}
