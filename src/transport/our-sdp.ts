/** UTF-16 units. Chromium's has about 9,500; one with codecs, candidates and tracks stays far below this. */
export const maxSdp = 32_768;

const mostCandidates = 100;

/**
 * Whether an offer or answer describes a connection of ours: one channel of messages, an audio line and two
 * video lines. Seen before a browser parses it; what else is in it is the browser's to judge.
 */
export function isOurSdp(sdp: string): boolean {
  // Plain ASCII: no NUL, no lone surrogate.
  if (!/^v=0\r\n[\r\n\x20-\x7e]+$/.test(sdp)) return false;
  const lines = [...sdp.matchAll(/^m=(\w*)/gm)].map(([, kind]) => kind);
  // Browsers differ in where they put the channel.
  const media = lines.filter((kind) => kind !== 'application');
  return (
    lines.length === 4 &&
    media.join() === 'audio,video,video' &&
    sdp.split('a=candidate:').length <= mostCandidates
  );
}
