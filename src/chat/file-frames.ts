/** Some bytes of a file, on the channel of files. */
export interface FileFrame {
  readonly file: string;
  /** Of the first of `bytes` in the file. */
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of a file in one frame: what every browser takes, and short enough for others to come between. */
export const chunkSize = 16 * 1024;

const version = 1;
const longestId = 32;
// Version, length of the id, offset as a 64-bit float: every safe integer is one.
const fixed = 1 + 1 + 8;

/** `file` is a name of ours: up to 32 characters of ASCII. */
export function fileFrame({ file, offset, bytes }: FileFrame): ArrayBuffer {
  const id = new TextEncoder().encode(file);
  const frame = new Uint8Array(fixed + id.length + bytes.length);
  const view = new DataView(frame.buffer);
  view.setUint8(0, version);
  view.setUint8(1, id.length);
  view.setFloat64(2, offset);
  frame.set(id, fixed);
  frame.set(bytes, fixed + id.length);
  return frame.buffer;
}

/** Undefined for what is no frame: wrong type, too large, without bytes. Never throws. */
export function readFileFrame(data: unknown): FileFrame | undefined {
  if (!(data instanceof ArrayBuffer) || data.byteLength < fixed) return undefined;
  const view = new DataView(data);
  const length = view.getUint8(1);
  const offset = view.getFloat64(2);
  const size = data.byteLength - fixed - length;
  if (view.getUint8(0) !== version || length === 0 || length > longestId) return undefined;
  if (size <= 0 || size > chunkSize || !Number.isSafeInteger(offset) || offset < 0)
    return undefined;
  const id = new Uint8Array(data, fixed, length);
  if (id.some((byte) => byte < 0x21 || byte > 0x7e)) return undefined;
  return {
    file: String.fromCharCode(...id),
    offset,
    bytes: new Uint8Array(data, fixed + length),
  };
}
