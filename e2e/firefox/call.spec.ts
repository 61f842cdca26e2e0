import { writeFile } from 'node:fs/promises';
import { document } from '../talk.js';
import { expect, named, pairings, showBoth, talk, test } from './fixture.js';

// One and the same conversation and call, whichever engine is at which end.

for (const pairing of pairings) {
  test.describe(named(pairing), () => {
    test.use({ pairing });

    test('both write, a file arrives, and a reloaded page finds it all again', async ({
      couple: { caller, called },
    }, info) => {
      await caller.write('It shows a red light.');
      await called.reads('It shows a red light.');
      await called.write('Which one?');
      await caller.reads('It shows a red light.', 'Which one?');

      const { name, buffer } = document('manual.pdf', 300_000);
      const path = info.outputPath(name);
      await writeFile(path, buffer);
      await caller.attach(path);
      await caller.write('The one in the manual.');
      const all = ['It shows a red light.', 'Which one?', 'manual.pdf', 'The one in the manual.'];
      await Promise.all([caller.reads(...all), called.reads(...all)]);
      await called.page.locator('chat-transcript >>> [part=action][aria-label^=Accept]').click();
      await Promise.all([caller.hasFile(), called.hasFile()]);

      for (const person of [caller, called]) {
        await person.page.reload();
        await person.inChat();
        await person.reads(...all);
      }
      await caller.write('The left one.');
      await called.reads(...all, 'The left one.');
    });

    test('nothing is captured or sent before Accept; then both hear each other', async ({
      couple: { caller, called },
    }) => {
      await caller.press('headset-button');
      await called.reaches('incoming');
      // Long enough for a track that was put on a line to have sent something.
      await called.nothingFor(700);
      expect(await called.asked(), 'devices asked for by the called side').toBe(0);
      expect((await called.media()).audioSent, 'packets of the called side').toBe(0);
      expect((await caller.media()).audioSent, 'packets of the caller').toBe(0);
      await called.accept();
      await Promise.all([caller.reaches('active'), called.reaches('active')]);
      await Promise.all([caller.hears(), called.hears()]);
      await caller.said(/hear each other/);
    });

    test('cameras are seen, and go off without a gap in the sound', async ({
      couple: { caller, called },
    }) => {
      await talk(caller, called);
      await caller.press('video-toggle');
      await called.seesFarPicture();
      expect(await caller.farPictures(), 'each switches only its own camera').toBe(0);
      await called.press('video-toggle');
      await Promise.all([caller.seesFarPicture(), called.seesFarPicture()]);

      await caller.press('video-toggle');
      await expect.poll(() => called.farPictures(), 'no leftover frame').toBe(0);
      await expect.poll(() => caller.liveTracks(), 'the light is out').toEqual(['audio']);
      await Promise.all([called.hears(), caller.seesFarPicture()]);
      await expect
        .poll(async () => {
          const { framesEncoded } = await caller.media();
          await caller.nothingFor(300);
          return (await caller.media()).framesEncoded - framesEncoded;
        }, 'no picture leaves any more')
        .toBe(0);
      await caller.press('video-toggle');
      await called.seesFarPicture();
    });

    test('mute is silence; the telephone releases every device, and one can call back', async ({
      couple: { caller, called },
    }) => {
      await talk(caller, called);
      await called.hears();
      await caller.press('mic-toggle');
      await called.said(/is muted/);
      await expect
        .poll(async () => {
          const { audioEnergy } = await called.media();
          await called.nothingFor(300);
          return (await called.media()).audioEnergy - audioEnergy;
        }, 'energy while muted')
        .toBeLessThan(1e-6);
      await caller.press('mic-toggle');
      await called.hears();

      await showBoth(caller, called);
      await caller.press('hangup-button');
      await Promise.all([caller.reaches('idle'), called.reaches('idle')]);
      expect([await caller.liveTracks(), await called.liveTracks()]).toEqual([[], []]);

      await talk(called, caller);
      await Promise.all([caller.hears(), called.hears()]);
    });

    test('the far side closes its page: it is said at once', async ({
      couple: { caller, called },
    }) => {
      await talk(caller, called);
      await called.page.close({ runBeforeUnload: false });
      await caller.said(/Reconnecting/);
    });
  });
}
