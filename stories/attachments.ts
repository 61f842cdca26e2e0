import type { FileState, Item } from '../src/index.js';
import { type FakeState, fakeItem } from '../src/testing/index.js';

/** A made-up photograph: the red light next to a paper tray. */
export function photograph(): Blob {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('This browser cannot draw a picture.');
  const wall = paper.createLinearGradient(0, 0, 640, 480);
  wall.addColorStop(0, '#d9dee3');
  wall.addColorStop(1, '#9aa5b1');
  paper.fillStyle = wall;
  paper.fillRect(0, 0, 640, 480);
  paper.fillStyle = '#2b3036';
  paper.fillRect(80, 150, 480, 230);
  paper.fillStyle = '#eef1f4';
  paper.fillRect(170, 330, 300, 90);
  paper.fillStyle = '#e5383b';
  paper.shadowColor = '#e5383b';
  paper.shadowBlur = 40;
  paper.beginPath();
  paper.arc(500, 200, 14, 0, 2 * Math.PI);
  paper.fill();
  const [, data = ''] = canvas.toDataURL('image/jpeg', 0.8).split(',');
  return new Blob([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], {
    type: 'image/jpeg',
  });
}

interface Made {
  readonly name: string;
  readonly size: number;
  readonly state: Partial<FileState>;
  readonly own?: boolean;
  readonly url?: string;
  readonly item?: Partial<Item>;
}

/** A conversation with one file, which `<attachment-chip file="story">` shows. */
export function withFile({ name, size, state, own, url, item }: Made): FakeState {
  const body = { type: 'file', file: 'story', name, size, mime: '', url } as const;
  return {
    talk: {
      items: [fakeItem(body, { from: own ? 'visitor' : 'agent', ...item })],
      files: new Map([['story', { is: 'done', moved: 0, picture: false, ...state }]]),
    },
  };
}

const photo = { name: 'red-light-by-the-tray.jpg', size: 1_800_000 };
const invoice = { name: 'invoice-2026-10.pdf', size: 240_000, own: true };
const guide = { name: 'setup-guide.pdf', size: 2_100_000 };
const picture = { picture: true, blob: photograph() };
const written = new Blob(['made up']);

/** Every state of a file, as the visitor Sam sees it. */
export const fileStates = {
  offered: withFile({ ...guide, state: { is: 'offered' } }),
  waiting: withFile({ ...guide, state: { is: 'waiting', moved: 630_000 } }),
  coming: withFile({ ...guide, state: { is: 'moving', moved: 630_000 } }),
  here: withFile({ ...guide, state: { blob: written } }),
  tooLarge: withFile({ ...guide, state: { is: 'failed', failure: 'too-large' } }),
  noRoom: withFile({ ...guide, state: { is: 'failed', failure: 'no-room' } }),
  goneThere: withFile({ ...guide, state: { is: 'failed', failure: 'gone' } }),
  stopped: withFile({ ...guide, state: { is: 'stopped' } }),
  disguised: withFile({ name: 'holiday.jpg', size: 90_000, state: { blob: written } }),
  picture: withFile({ ...photo, state: picture }),
  pictureComing: withFile({ ...photo, state: { is: 'moving', moved: 900_000, picture: true } }),
  stored: withFile({ ...guide, state: {}, url: 'https://files.example/setup-guide.pdf' }),
  notTaken: withFile({ ...invoice, state: { is: 'waiting', blob: written } }),
  onItsWay: withFile({ ...invoice, state: { is: 'moving', moved: 149_000, blob: written } }),
  sent: withFile({ ...invoice, state: { blob: written } }),
  ownPicture: withFile({ ...photo, own: true, state: { ...picture, is: 'moving', moved: 1e6 } }),
  notUploaded: withFile({ ...invoice, state: { is: 'failed', failure: 'upload-failed' } }),
  notSent: withFile({
    ...invoice,
    state: { is: 'waiting', blob: written },
    item: { state: 'failed' },
  }),
  goneHere: withFile({ ...invoice, state: { is: 'failed', failure: 'gone' } }),
  longName: withFile({
    name: 'the-light-that-is-red-next-to-the-paper-tray-of-the-printer-on-the-third-floor.jpeg',
    size: 12_400_000,
    state: { is: 'moving', moved: 8_000_000 },
  }),
} satisfies Record<string, FakeState>;
