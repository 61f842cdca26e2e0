/** One frame of the session's channel: a goodbye, or a message as UTF-8 JSON. */
export type Frame = { readonly is: 'bye' } | { readonly is: 'message'; readonly message: unknown };

/** Bytes. More than the longest text needs; what is larger is dropped unread. */
export const maxFrame = 64 * 1024;

const bye = 1;

export const byeFrame = (): ArrayBuffer => Uint8Array.of(bye).buffer;
export const messageFrame = (message: object): ArrayBuffer =>
  new TextEncoder().encode(JSON.stringify(message)).buffer;

/** Undefined for what is no frame: wrong type, too large, not JSON. Never throws. */
export function readFrame(data: unknown): Frame | undefined {
  if (!(data instanceof ArrayBuffer) || data.byteLength === 0 || data.byteLength > maxFrame)
    return undefined;
  const bytes = new Uint8Array(data);
  if (bytes.length === 1) {
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
