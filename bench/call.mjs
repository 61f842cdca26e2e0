// How long the steps of a call take between the two demo pages, on this machine and with this
// browser. Prints a table; asserts nothing. Goals are from the issue that asked for them.
import { chromium } from 'playwright';
import { startDemo } from '../demo/server.mjs';
import { launchOptions } from '../scripts/find-browser.mjs';

const rounds = Number(process.argv[2] ?? 12);
const demo = await startDemo();
const browser = await chromium.launch(await launchOptions());

/** Runs in both pages: clocks that can be compared, and waiting for a condition without a timer's slack. */
function instrument() {
  const kept = { connections: [], tracks: [] };
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(config) {
      super(config);
      kept.connections.push(this);
    }
  };
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints);
    kept.tracks.push(...stream.getTracks());
    return stream;
  };
  const now = () => performance.timeOrigin + performance.now();
  const when = async (condition) => {
    while (!(await condition())) await new Promise((next) => setTimeout(next, 1));
    return now();
  };
  const session = () => document.querySelector('chat-session').session.snapshot;
  const inbound = async (kind) => {
    const connection = kept.connections.findLast(
      ({ connectionState }) => connectionState === 'connected',
    );
    const reports = connection ? [...(await connection.getStats()).values()] : [];
    return (
      reports.find((report) => report.type === 'inbound-rtp' && report.kind === kind)
        ?.packetsReceived ?? 0
    );
  };
  const press = (selector, part = 'button') => {
    const at = now();
    document.querySelector(selector).shadowRoot.querySelector(`[part=${part}]`).click();
    return at;
  };
  Object.assign(window, { bench: { kept, now, when, session, inbound, press } });
}

async function open(side) {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  await context.addInitScript(instrument);
  const page = await context.newPage();
  await page.goto(`${demo.url}/${side}.html?room=bench`);
  return page;
}

const inChat = (page) => page.evaluate(() => bench.when(() => bench.session().chat === 'open'));
const phase = (page, wanted) =>
  page.evaluate((wanted) => bench.when(() => bench.session().call.phase === wanted), wanted);

const figures = {
  'headset pressed → far prompt there': [],
  'accept pressed → caller receives sound': [],
  'camera pressed → far side paints its first frame': [],
  'hang-up pressed → own tracks ended': [],
  'hang-up pressed → far tracks ended': [],
  'page reloaded → in the chat again': [],
};
const [prompt, sound, picture, own, far, reload] = Object.values(figures);

const [agent, visitor] = [await open('agent'), await open('visitor')];
for (let round = 0; round < rounds; round += 1) {
  await Promise.all([inChat(agent), inChat(visitor)]);
  const rung = agent.evaluate(() =>
    bench.when(() =>
      document.querySelector('call-prompt').shadowRoot.querySelector('[part=accept]'),
    ),
  );
  const pressed = await visitor.evaluate(() => bench.press('headset-button'));
  prompt.push((await rung) - pressed);

  const before = await visitor.evaluate(() => bench.inbound('audio'));
  const heard = visitor.evaluate(
    (before) => bench.when(async () => (await bench.inbound('audio')) > before),
    before,
  );
  const accepted = await agent.evaluate(() => bench.press('call-prompt', 'accept'));
  sound.push((await heard) - accepted);
  await Promise.all([phase(agent, 'active'), phase(visitor, 'active')]);

  const painted = visitor.evaluate(async () => {
    const video = () => document.querySelector('call-stage').shadowRoot.querySelector('video');
    await bench.when(video);
    return new Promise((done) => video().requestVideoFrameCallback(() => done(bench.now())));
  });
  const on = await agent.evaluate(() => bench.press('.call video-toggle'));
  picture.push((await painted) - on);

  const ended = (page) =>
    page.evaluate(() =>
      bench.when(() => bench.kept.tracks.every(({ readyState }) => readyState === 'ended')),
    );
  const farEnded = ended(visitor);
  const ownEnded = ended(agent);
  const over = await agent.evaluate(() => bench.press('hangup-button'));
  own.push((await ownEnded) - over);
  far.push((await farEnded) - over);

  const page = round % 2 ? agent : visitor;
  const left = Date.now();
  await page.reload();
  reload.push((await inChat(page)) - left);
}

const at = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
console.log(`${browser.version()}, ${rounds} rounds, loopback, milliseconds\n`);
console.log(`${'step'.padEnd(52)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'max'.padStart(8)}`);
for (const [name, values] of Object.entries(figures)) {
  const cells = [at(values, 0.5), at(values, 0.95), Math.max(...values)].map((value) =>
    value.toFixed(0).padStart(8),
  );
  console.log(name.padEnd(52) + cells.join(''));
}
await browser.close();
await demo.close();
// PeerServer has timers that nobody can stop.
process.exit(0);
