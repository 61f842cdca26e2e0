import { expect, parties, type Side, test } from '../side.js';

// Nothing but keys from here on.

/** What has the focus: its element and part, such as `mic-toggle button`; else its own tag. */
const focused = (side: Side): Promise<string> =>
  side.page.evaluate(() => {
    let at = document.activeElement;
    const way = [];
    while (at?.shadowRoot?.activeElement) {
      way.push(at.localName);
      at = at.shadowRoot.activeElement;
    }
    return [...way.slice(-1), at?.getAttribute('part') ?? at?.localName].join(' ');
  });

/** Presses Tab, or another key, until a control has the focus; gives how often that was. */
async function tabTo(side: Side, control: string, key = 'Tab'): Promise<number> {
  const seen: string[] = [];
  while ((await focused(side)) !== control) {
    await side.page.keyboard.press(key);
    seen.push(await focused(side));
    expect(seen.length, `${control} among ${seen.join(', ')}`).toBeLessThan(25);
  }
  return seen.length;
}

const press = (side: Side, key: string): Promise<void> => side.page.keyboard.press(key);
const corner = (side: Side): Promise<string | null> =>
  side.tag('self-view-pip').getAttribute('corner');

/** Tab stops from where the focus is to the hang-up, and back again. */
async function stopsToHangUp(side: Side): Promise<number> {
  const from = await focused(side);
  const stops = await tabTo(side, 'hangup-button button');
  expect(await tabTo(side, from, 'Shift+Tab'), `back to ${from}`).toBe(stops);
  return stops;
}

for (const first of parties) {
  test.describe(`a call that the ${first} begins`, () => {
    test.use({ first });

    test('is done by keyboard alone, with at most 8 Tab stops to the hang-up', async ({
      self,
      far,
    }, { annotations }) => {
      await tabTo(self, 'headset-button button');
      await press(self, 'Enter');
      await far.reaches('incoming');
      await tabTo(far, 'call-prompt accept');
      await press(far, 'Enter');
      await Promise.all([self.reaches('active'), far.reaches('active')]);
      await expect.poll(() => focused(far)).toBe('mic-toggle button');
      expect(await focused(self)).toBe('headset-button button');

      const stops = { caller: await stopsToHangUp(self), callee: await stopsToHangUp(far) };
      for (const side of [self, far]) {
        await tabTo(side, 'mic-toggle button');
        await press(side, 'Enter');
        await expect(side.status).toContainText('You are muted');
        await press(side, 'Enter');
        await tabTo(side, 'video-toggle button');
        await press(side, 'Space');
      }
      await Promise.all([self.seesFarPicture(), far.seesFarPicture()]);

      for (const side of [self, far]) {
        await tabTo(side, 'self-view-pip move', 'Shift+Tab');
        for (const [key, there] of [
          ['ArrowUp', 'top-right'],
          ['ArrowLeft', 'top-left'],
          ['ArrowDown', 'bottom-left'],
          ['ArrowRight', 'bottom-right'],
        ] as const) {
          await press(side, key);
          expect(await corner(side)).toBe(there);
        }
        for (const [tabs, there] of [
          'top-left',
          'top-right',
          'bottom-left',
          'bottom-right',
        ].entries()) {
          await press(side, 'Enter');
          for (let tab = 0; tab <= tabs; tab += 1) await press(side, 'Tab');
          await press(side, 'Enter');
          expect(await corner(side)).toBe(there);
          expect(await focused(side)).toBe('self-view-pip move');
        }
      }
      const withCameras = {
        caller: await stopsToHangUp(self),
        callee: await stopsToHangUp(far),
      };

      await tabTo(self, 'video-toggle button');
      await press(self, 'Space');
      await expect(self.tag('self-view-pip')).toBeHidden();
      await tabTo(self, 'hangup-button button');
      await press(self, 'Enter');
      await Promise.all([self.reaches('idle'), far.reaches('idle')]);
      for (const side of [self, far])
        await expect.poll(() => focused(side)).toBe('chat-composer field');

      const counted = `Tab stops to the hang-up: ${JSON.stringify({ ...stops, withCameras })}`;
      annotations.push({ type: 'access', description: counted });
      console.log(`      ${first} calls: ${counted}`);
      for (const count of [...Object.values(stops), ...Object.values(withCameras)])
        expect(count).toBeLessThanOrEqual(8);
    });
  });
}

test('no page of the demo holds the focus: Tab leads through all of it and out again', async ({
  pair,
}) => {
  for (const side of [pair.visitor, pair.agent]) {
    const stops: string[] = [];
    do {
      await press(side, 'Tab');
      stops.push(await focused(side));
      expect(stops.length, stops.join(', ')).toBeLessThan(25);
    } while (stops.at(-1) !== 'body');
    expect(stops).toContain('headset-button button');
  }
});
