// As the kit asks for them.
const constraints = {
  audio: { audio: true },
  video: { video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } },
} as const;

/** A microphone, or a camera with its picture in the page. */
export async function open(kind: 'audio' | 'video'): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(constraints[kind]);
  const [track] = stream.getTracks();
  if (!track) throw new Error(`The browser granted no ${kind}.`);
  if (kind === 'video') show('.own', track);
  return track;
}

/** Where the far side is seen and heard: media that nobody plays costs less. */
export const play = (track: MediaStreamTrack): void => show(track.kind, track);

function show(where: string, track: MediaStreamTrack): void {
  const element = document.querySelector<HTMLMediaElement>(where);
  if (element) element.srcObject = new MediaStream([track]);
}
