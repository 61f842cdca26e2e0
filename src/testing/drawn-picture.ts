const width = 640;
const height = 480;
const perSecond = 15;

export interface DrawnPicture {
  readonly track: MediaStreamTrack;
  readonly stream: MediaStream;
}

/** A made-up camera: a plain figure before a coloured wall, its name and a moving mark. */
export function drawnPicture(name: string, hue = 205): DrawnPicture {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const paper = canvas.getContext('2d') ?? missingCanvas();
  const stream = canvas.captureStream(perSecond);
  const [track] = stream.getVideoTracks();
  if (!track) return missingCanvas();

  let frame = 0;
  const timer = setInterval(() => {
    if (track.readyState === 'ended') clearInterval(timer);
    else draw(paper, name, hue, frame++);
  }, 1000 / perSecond);
  draw(paper, name, hue, frame);
  return { track, stream };
}

const missingCanvas = (): never => {
  throw new Error('This browser cannot draw a made-up camera.');
};

function draw(paper: CanvasRenderingContext2D, name: string, hue: number, frame: number): void {
  const sway = Math.sin(frame / 12) * 8;
  paper.fillStyle = `hsl(${hue} 32% 72%)`;
  paper.fillRect(0, 0, width, height);
  paper.fillStyle = `hsl(${hue} 38% 84%)`;
  paper.fillRect(430, 0, 120, height);
  paper.fillStyle = `hsl(${(hue + 30) % 360} 42% 34%)`;
  paper.beginPath();
  paper.ellipse(320 + sway / 2, 490, 190, 180, 0, 0, 2 * Math.PI);
  paper.fill();
  paper.fillStyle = 'hsl(24 42% 66%)';
  paper.beginPath();
  paper.ellipse(320 + sway, 215, 78, 96, 0, 0, 2 * Math.PI);
  paper.fill();
  paper.strokeStyle = 'hsl(220 14% 18%)';
  paper.lineWidth = 14;
  paper.beginPath();
  paper.arc(320 + sway, 210, 100, Math.PI, 2 * Math.PI);
  paper.stroke();
  paper.fillStyle = 'hsl(220 14% 18%)';
  for (const side of [-1, 1]) paper.fillRect(320 + sway + side * 100 - 14, 195, 28, 58);
  for (const side of [-1, 1]) {
    paper.beginPath();
    paper.arc(320 + sway + side * 28, 205, 6, 0, 2 * Math.PI);
    paper.fill();
  }
  paper.lineWidth = 6;
  paper.beginPath();
  paper.arc(320 + sway, 232, 34, 0.25 * Math.PI, 0.75 * Math.PI);
  paper.stroke();
  paper.font = '600 26px system-ui, sans-serif';
  paper.fillText(`${name} (made up)`, 24, 80);
  paper.fillRect(24, 92, (frame * 4) % 200, 5);
}
