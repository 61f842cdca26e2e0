// What a page has to fetch. Styles and words of the kit are in its scripts; the peers' style sheets are not counted.
import { keep } from './figures.js';
import { test } from './fixture.js';
import { weighKit, weighPeer } from './weigh.mjs';

const kilobytes = (bytes: number): number => bytes / 1000;

/** Names as they are published; no kit of theirs is one for two people in a chat. */
const peers = [
  { entry: 'livekit', name: '@livekit/components-react' },
  { entry: 'realtimekit', name: '@cloudflare/realtimekit-ui' },
  { entry: 'stream', name: '@stream-io/video-react-sdk' },
  { entry: 'daily', name: '@daily-co/daily-react, without controls' },
] as const;

/** src/transport/peer-link.ts → transport; a library by its name. */
const partOf = (file: string): string =>
  /node_modules[\\/]((?:@[\w-]+[\\/])?[\w-]+)/.exec(file)?.[1] ??
  /src[\\/]([\w-]+)/.exec(file)?.[1] ??
  file;

test('bytes', async () => {
  const before = await weighKit('visavis.js');
  const inCall = await weighKit('visavis.js', 'in-chat', 'in-call');
  const shares = (scripts: typeof before): string =>
    scripts
      .sharesBy(partOf)
      .filter(({ share }) => share >= 0.02)
      .map(({ part, share }) => `${part} ${Math.round(share * 100)} %`)
      .join(', ');
  const absolute = (name: string, scripts: typeof before, most: number): void =>
    keep({
      line: 5,
      name,
      unit: 'kB',
      values: [kilobytes(scripts.bytes)],
      most,
      between: `Of it are, before compression: ${shares(scripts)}.`,
    });
  absolute('scripts before a chat is on', before, 18);
  absolute('scripts in a call', inCall, 36);
  for (const { entry, name } of peers)
    for (const withReact of entry === 'realtimekit' ? [false] : [true, false])
      keep({
        line: 5,
        name: `scripts in a call${withReact ? '' : ', React not counted'}`,
        unit: 'kB',
        ours: [kilobytes(inCall.bytes)],
        reference: { name, values: [kilobytes((await weighPeer(entry, { withReact })).bytes)] },
        goal: 0.25,
        between:
          entry === 'daily'
            ? 'It brings no buttons, and fetches the code of the call from its makers’ servers when it begins.'
            : 'See what a call of ours is made of.',
      });
});
