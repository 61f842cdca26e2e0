// What two people feel of a conversation, between the two demo pages: how long a letter takes to the far
// screen (real-time text), a message, and what 10,000 messages at once do to the page that gets them.
// Prints a table; asserts nothing. node bench/conversation/messages.mjs [letters] [bursts]
import { chromium } from 'playwright';
import { startDemo } from '../../demo/server.mjs';
import { launchOptions } from '../../scripts/find-browser.mjs';

const letters = Number(process.argv[2] ?? 400);
const bursts = Number(process.argv[3] ?? 3);
const burst = 10_000;
const demo = await startDemo();
const browser = await chromium.launch(await launchOptions());

/** Runs in both pages: clocks that can be compared. */
function instrument() {
  window.now = () => performance.timeOrigin + performance.now();
  window.painted = () =>
    new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(window.now()))));
  window.talk = () => document.querySelector('chat-session').conversation();
}

async function pair(room) {
  const open = async (side) => {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(instrument);
    await page.goto(`${demo.url}/${side}.html?room=${room}`);
    return page;
  };
  const [agent, visitor] = [await open('agent'), await open('visitor')];
  for (const page of [agent, visitor])
    await page.waitForFunction(
      () => document.querySelector('chat-session').session.snapshot.chat === 'open',
    );
  return { agent, visitor };
}

const close = (...pages) => Promise.all(pages.map((page) => page.context().close()));
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const row = (name, values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const [p50, p95, max] = [at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1)].map((value) =>
    Number(value.toFixed(1)),
  );
  console.log(JSON.stringify({ name, n: values.length, p50, p95, max }));
};

/** From each letter's input event to the far frame that shows a text of that length. */
async function measureLetters() {
  const { agent, visitor } = await pair('letters');
  await visitor.evaluate(() => {
    const composer = document.querySelector('chat-composer');
    composer.toggleAttribute('rtt', true);
    window.typed = [];
    composer.shadowRoot
      .querySelector('textarea')
      .addEventListener('input', () => window.typed.push(window.now()), { capture: true });
  });
  await agent.evaluate(async () => {
    window.shown = [];
    const talk = await window.talk();
    talk.subscribe(() => {
      const { length } = talk.snapshot.farLive?.text ?? '';
      if (!length || window.shown[length]) return;
      window.shown[length] = 'soon';
      void window.painted().then((time) => {
        // A frame shows all that came before it.
        for (let each = length; each > 0 && !(window.shown[each] > 0); each -= 1)
          window.shown[each] = time;
      });
    });
  });
  const field = visitor.getByRole('textbox', { name: /^Message to/ });
  await field.pressSequentially('x'.repeat(letters), { delay: 20 });
  await agent.waitForFunction((length) => window.shown[length] > 0, letters);
  const typed = await visitor.evaluate(() => window.typed);
  const shown = await agent.evaluate(() => window.shown);
  row(
    'a letter typed -> painted at the far side, ms',
    typed.map((time, index) => shown[index + 1] - time),
  );
  await close(agent, visitor);
}

/** From Enter to the far frame that shows the message, and to the near mark that it has come. */
async function measureMessages(rounds = 60) {
  const { agent, visitor } = await pair('messages');
  const there = [];
  const back = [];
  for (let round = 1; round <= rounds; round += 1) {
    const come = agent.evaluate(async (count) => {
      const talk = await window.talk();
      await new Promise((done) => {
        const look = () => talk.snapshot.items.length >= count && done();
        talk.subscribe(look);
        look();
      });
      return window.painted();
    }, round);
    const [sent, delivered] = await visitor.evaluate(async (text) => {
      const talk = await window.talk();
      const from = window.now();
      const id = talk.send(text);
      await new Promise((done) => {
        const look = () =>
          /delivered|read/.test(talk.snapshot.items.findLast((item) => item.id === id)?.state) &&
          done();
        talk.subscribe(look);
        look();
      });
      return [from, window.now()];
    }, `Message ${round}`);
    there.push((await come) - sent);
    back.push(delivered - sent);
  }
  row('a message sent -> painted at the far side, ms', there);
  row('a message sent -> known to be delivered, ms', back);
  await close(agent, visitor);
}

/** What the page that gets them is kept from, and how long until it has all of them. */
async function measureBurst(round) {
  const { agent, visitor } = await pair(`burst-${round}`);
  const all = agent.evaluate(async (count) => {
    const talk = await window.talk();
    const tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
    const from = window.now();
    await new Promise((done) => {
      const look = () => talk.snapshot.items.length >= count && done();
      talk.subscribe(look);
    });
    const took = window.now() - from;
    await window.painted();
    return { took, tasks };
  }, burst);
  await visitor.evaluate(async (count) => {
    const talk = await window.talk();
    for (let index = 0; index < count; index += 1) talk.send(`Message ${index}`);
  }, burst);
  const { took, tasks } = await all;
  await close(agent, visitor);
  return { took, longest: Math.max(0, ...tasks), over: tasks.length };
}

await measureLetters();
await measureMessages();
const measured = [];
for (let round = 0; round < bursts; round += 1) measured.push(await measureBurst(round));
row(
  `${burst} messages at once -> all there, ms`,
  measured.map(({ took }) => took),
);
row(
  'longest task over 50 ms at the far side meanwhile, ms (0: none)',
  measured.map(({ longest }) => longest),
);
row(
  'tasks over 50 ms at the far side meanwhile',
  measured.map(({ over }) => over),
);
await browser.close();
process.exit();
