/** One frame of the session's channel: a heartbeat, a goodbye, or a message as UTF-8 JSON. */
export type Frame =
  | { readonly is: 'beat' }
  | { readonly is: 'bye' }
  | { readonly is: 'message'; readonly message: unknown };

/** Bytes. More than the longest text needs; what is larger is dropped unread. */
export const maxFrame = 64 * 1024;

const beat = 0;
const bye = 1;

export const beatFrame = (): ArrayBuffer => Uint8Array.of(beat).buffer;
export const byeFrame = (): ArrayBuffer => Uint8Array.of(bye).buffer;
export const messageFrame = (message: object): ArrayBuffer =>
  new TextEncoder().encode(JSON.stringify(message)).buffer;

export const isBeat = (data: unknown): boolean =>
  data instanceof ArrayBuffer && data.byteLength === 1 && new Uint8Array(data)[0] === beat;

/** Undefined for what is no frame: wrong type, too large, not JSON. Never throws. */
export function readFrame(data: unknown): Frame | undefined {
  if (!(data instanceof ArrayBuffer) || data.byteLength === 0 || data.byteLength > maxFrame)
    return undefined;
  const bytes = new Uint8Array(data);
  if (bytes.length === 1) {
    if (bytes[0] === beat) return { is: 'beat' };
    if (bytes[0] === bye) return { is: 'bye' };
    return undefined;
  }
  try {
    return {
      is: 'message',
      message: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    };
  } catch {
    return undefined;
  }
}
