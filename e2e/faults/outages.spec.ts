import { Talk } from '../talk.js';
import { apart, longestGap, nothingNoticed, shownAfter, tell } from './cuts.js';
import { figure, quantile } from './figures.js';
import { expect, test, type Witness } from './fixture.js';
import { bareCall, inPicture, theCall } from './in-picture.js';

// A path that breaks and comes back, as the people in the call notice it. The long cells are in
// outage-cells.spec.ts.

test.beforeEach(({ wire }) => wire.faults({ delay: 20 }));

/** Runs in the page: counts what changes in the call's elements, the running timer left aside. */
function countChanges(): void {
  const counted = { changes: [] as string[] };
  Object.assign(window, { counted });
  const layout = document.querySelector('visitor-chat')?.shadowRoot ?? document;
  for (const tag of ['call-status', 'call-stage', 'self-view-pip', 'hangup-button', 'mic-toggle']) {
    for (const element of [...layout.querySelectorAll(tag)].map((one) => one.shadowRoot ?? one)) {
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const at = target instanceof Element ? target : target.parentElement;
          if (!at?.closest('[role=timer]')) counted.changes.push(`${tag}: ${target.nodeName}`);
        }
      }).observe(element, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    }
  }
}

test('case 1 · a path that is gone for a second goes unnoticed: nothing is said, nothing changes', async ({
  pair,
  wire,
  witnesses,
}) => {
  test.setTimeout(180_000);
  await inPicture(pair);
  // Later than the first seconds of a call, see outage-cells.spec.ts.
  await pair.agent.nothingFor(apart);
  const sides = [witnesses.agent, witnesses.visitor];
  for (const { side } of sides) {
    await expect(side.status).toContainText('You and');
    await side.page.evaluate(countChanges);
  }
  const from = await witnesses.agent.now();
  const before = await Promise.all(sides.map(theCall));
  const phases = await Promise.all(sides.map((one) => one.phases()));
  for (let round = 0; round < 4; round += 1) {
    await wire.cut();
    await pair.agent.nothingFor(1000);
    const at = await wire.restore();
    for (const one of sides) await one.stableAfter(at);
    await pair.agent.nothingFor(apart);
  }
  for (const [index, one] of sides.entries()) {
    expect(await one.phases(), 'phases of the call').toEqual(phases[index]);
    expect(await one.said(from), 'what is said').toEqual([]);
    const changes = await one.side.page.evaluate(
      () => (window as unknown as { counted: { changes: string[] } }).counted.changes,
    );
    expect(changes, 'what changed in the elements').toEqual([]);
    figure({
      cases: '1',
      what: `changes to be seen in four cuts of 1 s, at the ${one.side.party}`,
      unit: 'changes',
      values: [changes.length],
      goal: 'worst = 0',
    });
  }
  expect(await Promise.all(sides.map(theCall)), 'the call').toEqual(before);
});

test('case 2 · a cut of 4 s is said in time and leaves the call as it was', async ({
  pair,
  wire,
  witnesses,
}) => {
  test.setTimeout(90_000);
  await inPicture(pair);
  const sides = [witnesses.agent, witnesses.visitor];
  // Later than the first seconds of a call, see outage-cells.spec.ts.
  await pair.agent.nothingFor(8000);
  const before = await Promise.all(sides.map(theCall));
  const [writer, reader] = [new Talk(pair.visitor), new Talk(pair.agent)];
  const noticed = nothingNoticed();

  const cutAt = await wire.cut();
  const gone = pair.agent.nothingFor(4000);
  await test.step('both read that the call reconnects, and since when', async () => {
    for (const one of sides) {
      noticed.shown.push(await one.saidAfter(cutAt, /Reconnecting…/));
      const since = await one.side.onSession((element) => element.session.snapshot.call.brokenAt);
      expect(Math.abs((since ?? 0) - cutAt)).toBeLessThan(4000);
    }
  });
  await test.step('the chat can be written in meanwhile', async () => {
    await writer.write('Are you still there?');
    await expect(writer.field).toHaveValue('');
  });
  await gone;
  const at = await wire.restore();

  await test.step('sound and picture come back', async () => {
    for (const one of sides) {
      noticed.sound.push(await one.soundAfter(at));
      noticed.frame.push(await one.frameAfter(at));
      noticed.stable.push(await one.stableAfter(at));
    }
    tell('2', 'a cut of 4 s in a young call', noticed);
  });
  await test.step('it is the same call: nobody rang, nothing was asked for anew', async () => {
    await Promise.all([pair.agent.reaches('active'), pair.visitor.reaches('active')]);
    expect(await Promise.all(sides.map(theCall))).toEqual(before);
  });
  await test.step('what was written arrives, once', async () => {
    await reader.reads('Are you still there?');
    const { texts } = await reader.told();
    expect(texts.filter((text) => text === 'Are you still there?')).toHaveLength(1);
  });
});

test(
  'case 2 · the picture is back sooner than with bare PeerJS, which says nothing of a cut',
  { tag: '@long' },
  async ({ browser, pair, wire, witnesses }) => {
    test.setTimeout(240_000);
    // One cut alone may fall well or badly for either.
    const backAfterThree = async (sides: readonly Witness[]): Promise<readonly number[]> => {
      const back: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        await pair.agent.nothingFor(apart);
        await wire.cut();
        await pair.agent.nothingFor(4000);
        const at = await wire.restore();
        back.push(...(await Promise.all(sides.map((one) => one.stableAfter(at)))));
      }
      return back;
    };
    await inPicture(pair);
    const own = await backAfterThree([witnesses.agent, witnesses.visitor]);
    // One after the other: two calls at once are too much for a small machine, and measure that.
    await pair.agent.press('hangup-button');
    await Promise.all([pair.agent.reaches('idle'), pair.visitor.reaches('idle')]);
    const bare = await bareCall(wire, browser);
    const compared = await backAfterThree(bare);
    for (const one of bare) await expect(one.side.page.getByRole('status')).toHaveText('In a call');
    figure({
      cases: '2',
      what: 'the picture back for good after three cuts of 4 s',
      unit: 'ms',
      values: own,
      reference: { what: 'bare PeerJS', values: compared },
    });
    expect(quantile(own, 0.5)).toBeLessThan(quantile(compared, 0.5));
  },
);

test(
  'case 39 · a page that stood still for 3 s raises no alarm',
  { tag: '@long' },
  async ({ pair, witnesses }) => {
    await inPicture(pair);
    const at = await witnesses.agent.now();
    await pair.visitor.page.evaluate(() => {
      const until = performance.now() + 3000;
      while (performance.now() < until);
    });
    await pair.agent.nothingFor(1500);
    // Its own eyes were shut. The other side is right to notice that it said nothing.
    expect(await shownAfter(witnesses.visitor, at)).toEqual([]);
    await pair.agent.reaches('active');
    figure({
      cases: '39',
      what: 'longest time without a new frame at a page that stood still for 3 s',
      unit: 'ms',
      values: [await longestGap(witnesses.visitor, at)],
    });
  },
);
