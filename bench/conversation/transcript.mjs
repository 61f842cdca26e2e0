// Ten thousand messages in <chat-transcript>: how long the main thread is held up while they come at once
// and over 100 frames, and what one message more costs, against a transcript of 100. Prints a line of JSON
// for each; asserts nothing. Goal: nothing holds the main thread for over 50 ms. `cpu` is what the longest task
// itself took of a processor: on a machine that is busy with other things too, the clock says more.
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { launchOptions } from '../../scripts/find-browser.mjs';
import { minifyStyles } from '../../scripts/minify-styles.mjs';
import { root } from '../../scripts/run.mjs';

const rounds = Number(process.argv[2] ?? 5);
const many = 10_000;

const contents = `
  import './src/define/chat-transcript.js';
  import { fakeItem, fakeSession, provideSession } from './src/testing/index.js';
  Object.assign(globalThis, { fakeItem, fakeSession, provideSession });`;
const { outputFiles } = await build({
  stdin: { contents, resolveDir: root, loader: 'ts' },
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  // All of it runs, whatever package.json says of side effects.
  ignoreAnnotations: true,
  plugins: [minifyStyles],
  write: false,
});
const tokens = await build({
  entryPoints: ['src/theme/tokens.css'],
  absWorkingDir: root,
  write: false,
});

/** Runs in the page: a transcript, and what watches the main thread. */
function instrument() {
  const texts = [
    'Hello, I am Anna. What can I do for you today?',
    'My new printer shows a red light and will not print.',
    'Let us find out which light it is. The manual is at https://printers.example/x2/manual, page 12.',
    'Good.',
    'Please open the tray, look behind it, and tell me whether the paper guide is as far to the right as it goes. It sometimes slips when the tray is pushed in.',
    'It works! 🎉',
  ];
  const begun = Date.now() - 86_400_000;
  window.messages = (count) =>
    Array.from({ length: count }, (_, index) =>
      fakeItem(texts[index % texts.length], {
        from: index % 5 < 3 ? 'agent' : 'visitor',
        state: index % 5 < 3 ? 'received' : 'read',
        at: begun + index * 7000,
      }),
    );
  window.openTranscript = async (items) => {
    const session = fakeSession({ talk: { items } });
    const around = document.body.appendChild(document.createElement('div'));
    around.style.cssText = 'display: flex; inline-size: 22.5rem; block-size: 40rem';
    provideSession(around, session);
    const element = around.appendChild(document.createElement('chat-transcript'));
    await element.updateComplete;
    const shown = () => element.shadowRoot.querySelectorAll('.row').length;
    return { element, session, shown, close: () => around.remove() };
  };
  window.nextFrame = () => new Promise((next) => requestAnimationFrame(next));
  /** Until stopped: the longest frame and the longest task. */
  window.watch = () => {
    let [frame, task, last, on] = [0, 0, performance.now(), true];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) task = Math.max(task, duration);
    });
    observer.observe({ type: 'longtask' });
    const look = (now) => {
      frame = Math.max(frame, now - last);
      last = now;
      if (on) requestAnimationFrame(look);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(look);
    });
    return async () => {
      await nextFrame();
      await nextFrame();
      on = false;
      for (const { duration } of observer.takeRecords()) task = Math.max(task, duration);
      observer.disconnect();
      return { frame, task };
    };
  };
}

const burst = (many) => ({
  name: `${many} at once`,
  run: async (many) => {
    const the = await openTranscript(messages(20));
    await nextFrame();
    const items = [...the.session.talk.snapshot.items, ...messages(many)];
    const stop = watch();
    await nextFrame();
    performance.mark('begun');
    const begun = performance.now();
    the.session.talk.show({ items });
    let first;
    while (the.shown() < items.length) {
      await nextFrame();
      first ??= performance.now() - begun;
    }
    const all = performance.now() - begun;
    performance.mark('done');
    const { frame, task } = await stop();
    the.close();
    return { frame, task, first, all };
  },
});
const stream = (many) => ({
  name: `${many} over 100 frames`,
  run: async (many) => {
    const the = await openTranscript(messages(20));
    await nextFrame();
    const before = the.session.talk.snapshot.items;
    const more = messages(many);
    const stop = watch();
    await nextFrame();
    performance.mark('begun');
    const begun = performance.now();
    for (let frame = 1; frame <= 100; frame += 1) {
      the.session.talk.show({ items: [...before, ...more.slice(0, (many / 100) * frame)] });
      await nextFrame();
    }
    const came = performance.now() - begun;
    while (the.shown() < before.length + many) await nextFrame();
    const all = performance.now() - begun;
    performance.mark('done');
    const { frame, task } = await stop();
    the.close();
    return { frame, task, came, all };
  },
});
const oneMore = {
  name: 'one message more',
  run: async (many) => {
    const timeIn = async (count) => {
      const the = await openTranscript(messages(count));
      while (the.shown() < count) await nextFrame();
      for (let wait = 0; wait < 10; wait += 1) await nextFrame();
      const times = [];
      let laidOut = 0;
      for (const item of messages(40)) {
        await nextFrame();
        const begun = performance.now();
        the.session.talk.show({ items: [...the.session.talk.snapshot.items, item] });
        await the.element.updateComplete;
        // And laid out.
        laidOut = the.element.shadowRoot.querySelector('.log').scrollHeight;
        times.push(performance.now() - begun);
      }
      the.close();
      return laidOut && times.sort((a, b) => a - b)[20];
    };
    const few = await timeIn(100);
    const lots = await timeIn(many);
    return { few, lots, ratio: lots / few };
  },
};

/** Milliseconds of processor of the longest task between the two marks; undefined without them. */
function longestTask(events) {
  const [begun, done] = ['begun', 'done'].map((mark) => events.find(({ name }) => name === mark));
  if (!begun) return undefined;
  const tasks = events.filter(
    ({ name, pid, tid, ts, tdur }) =>
      name.endsWith('RunTask') &&
      tdur &&
      pid === begun.pid &&
      tid === begun.tid &&
      ts > begun.ts &&
      ts < done.ts,
  );
  return Math.max(...tasks.map(({ tdur }) => tdur / 1000));
}

const browser = await chromium.launch(await launchOptions());
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
for (const { name, run } of [burst(many), stream(many), oneMore]) {
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage({ viewport: { width: 800, height: 700 } });
    await page.addStyleTag({ content: tokens.outputFiles[0].text });
    await page.addScriptTag({ content: outputFiles[0].text });
    await page.evaluate(instrument);
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
    const result = await page.evaluate(`(${run})(${many})`);
    const cpu = longestTask(JSON.parse(await browser.stopTracing()).traceEvents);
    found.push({ ...result, ...(cpu && { cpu }) });
    await page.close();
  }
  const figures = Object.keys(found[0]).map((key) => {
    const numbers = found.map((result) => result[key]);
    return [
      [`${key} (median)`, +median(numbers).toFixed(2)],
      [`${key} (worst)`, +Math.max(...numbers).toFixed(2)],
    ];
  });
  console.log(
    JSON.stringify({
      bench: name,
      browser: browser.version(),
      rounds,
      ...Object.fromEntries(figures.flat()),
    }),
  );
}
await browser.close();
process.exit(0);
