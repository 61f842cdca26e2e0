import { expect, test } from './fixture.js';

// What Firefox's own refusals look like to the person.

test.use({ pairing: ['Firefox', 'Firefox'] });

/** As Firefox rejects when the person presses Block. */
const refuse = (): void => {
  navigator.mediaDevices.getUserMedia = async () => {
    throw new DOMException('The request is not allowed.', 'NotAllowedError');
  };
};

test('a caller’s refused microphone is said, and nobody is rung', async ({
  couple: { caller, called },
}) => {
  await caller.page.evaluate(refuse);
  await caller.press('headset-button');
  await expect.poll(() => caller.problem()).toMatch(/microphone/i);
  expect(await caller.phase()).toBe('idle');
  expect((await called.witness.phases()).map(({ what }) => what)).not.toContain('incoming');
});

test('a refused microphone on Accept ends the call in words on both sides', async ({
  couple: { caller, called },
}) => {
  await called.page.evaluate(refuse);
  await caller.press('headset-button');
  await called.reaches('incoming');
  await called.accept();
  await Promise.all([caller.reaches('idle'), called.reaches('idle')]);
  await expect.poll(() => called.problem()).toMatch(/microphone/i);
  await caller.said(/microphone/i);
  expect(await caller.liveTracks()).toEqual([]);
});
