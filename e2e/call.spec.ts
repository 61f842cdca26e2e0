import { expect, parties, talk, test } from './side.js';

for (const first of parties) {
  test.describe(`a call that the ${first} begins`, () => {
    test.use({ first });

    test('opens no device and sends nothing on the called side before Accept is pressed', async ({
      self,
      far,
    }) => {
      // Nothing that a page might be talked into setting answers a call.
      await far.onSession((session) => {
        for (const name of ['auto-answer', 'autoanswer', 'auto-accept', 'accept', 'answer']) {
          session.setAttribute(name, '');
        }
      });
      await self.press('headset-button');
      await far.reaches('incoming');
      await expect(far.tag('call-prompt')).toContainText('is calling you');
      // Long enough for a track that was put on a line to have sent something.
      await far.nothingFor(1000);
      expect(await far.asked(), 'devices asked for by the called side').toEqual([]);
      const { audioSent, videoSent } = await far.media();
      expect([audioSent, videoSent], 'packets from the called side').toEqual([0, 0]);
      expect((await self.media()).audioSent, 'packets from the caller').toBe(0);
      await far.accept();
      await far.reaches('active');
      expect(await far.asked()).toHaveLength(1);
    });

    test('lets both hear each other, and shows no video area', async ({ self, far }) => {
      await talk(self, far);
      await Promise.all([self.hears(), far.hears()]);
      await expect(self.tag('call-stage')).toBeHidden();
      await expect(self.status).toContainText('hear each other. No camera is on.');
      expect(await self.asked(), 'only the microphone was asked for').toEqual([
        { audio: expect.anything() },
      ]);
    });

    test('is accepted by the headset too', async ({ self, far }) => {
      await self.press('headset-button');
      await far.reaches('incoming');
      await far.press('headset-button');
      await Promise.all([self.reaches('active'), far.reaches('active')]);
      await self.hears();
    });

    test('shows video to the far side and a self-view at the bottom right', async ({
      self,
      far,
    }) => {
      await talk(self, far);
      await self.press('video-toggle');
      await far.seesFarPicture();
      await expect(far.tag('self-view-pip'), 'the far side’s own camera is off').toBeHidden();
      expect(await far.asked(), 'each switches only its own camera').toHaveLength(1);

      // Both boxes of one moment: words about the network may come and move them.
      await expect(async () => {
        const stage = await self.tag('call-stage').boundingBox();
        const pip = await self.tag('self-view-pip').boundingBox();
        if (!stage || !pip) throw new Error('no stage or self-view');
        expect(pip.x + pip.width / 2).toBeGreaterThan(stage.x + stage.width / 2);
        expect(pip.y + pip.height / 2).toBeGreaterThan(stage.y + stage.height / 2);
        expect(pip.x + pip.width).toBeLessThanOrEqual(stage.x + stage.width);
        expect(pip.y + pip.height).toBeLessThanOrEqual(stage.y + stage.height);
      }).toPass({ timeout: 10_000 });
    });

    test('has a black main area while the far side sends no video', async ({ self, far }) => {
      await talk(self, far);
      await self.press('video-toggle');
      await expect(self.tag('self-view-pip')).toBeVisible();
      const stage = self.page.locator('call-stage [part=stage]');
      await expect(stage).toHaveCSS('background-color', 'rgb(0, 0, 0)');
      await expect(self.farVideo, 'nothing over the black').toHaveCount(0);
      await expect(self.status).toContainText('sees and hears you');
      await expect(far.status).toContainText('only hears you');
    });

    test('shows both pictures when both cameras are on', async ({ self, far }) => {
      await talk(self, far);
      await Promise.all([self.press('video-toggle'), far.press('video-toggle')]);
      await Promise.all([self.seesFarPicture(), far.seesFarPicture()]);
      await expect(self.tag('self-view-pip')).toBeVisible();
      await expect(far.tag('self-view-pip')).toBeVisible();
      await expect(self.status).toContainText('see and hear each other');
    });

    test('goes on without a gap when a camera is turned off, and the light goes out', async ({
      self,
      far,
    }) => {
      await talk(self, far);
      await Promise.all([self.press('video-toggle'), far.press('video-toggle')]);
      await Promise.all([self.seesFarPicture(), far.seesFarPicture()]);
      await self.press('video-toggle');

      await expect.poll(() => self.liveTracks()).toEqual(['audio']);
      await expect(far.farVideo, 'no leftover frame').toHaveCount(0);
      await expect(far.page.locator('call-stage [part=stage]')).toHaveCSS(
        'background-color',
        'rgb(0, 0, 0)',
      );
      await expect(far.tag('self-view-pip'), 'the far side still sends').toBeVisible();
      // What was encoded before the press still leaves; then no more.
      await expect
        .poll(async () => {
          const { framesEncoded } = await self.media();
          await self.nothingFor(500);
          return (await self.media()).framesEncoded - framesEncoded;
        })
        .toBe(0);
      const before = await self.media();
      await far.hears();
      const after = await self.media();
      for (const sent of ['framesEncoded', 'pictureBytesSent'] as const) {
        expect(after[sent], `${sent} after the camera went off`).toBe(before[sent]);
      }
      expect(after.audioSent).toBeGreaterThan(before.audioSent);
      await self.seesFarPicture();
    });

    test('shows the camera again when it is turned on again', async ({ self, far }) => {
      await talk(self, far);
      for (const on of [true, false, true]) {
        await self.press('video-toggle');
        await expect(far.farVideo).toHaveCount(on ? 1 : 0);
      }
      await far.seesFarPicture();
    });

    for (const ender of ['self', 'far'] as const) {
      test(`is ended for both by the telephone of the ${ender} side`, async ({ self, far }) => {
        await talk(self, far);
        await Promise.all([self.press('video-toggle'), far.press('video-toggle')]);
        await Promise.all([self.seesFarPicture(), far.seesFarPicture()]);
        const [own, other] = ender === 'self' ? [self, far] : [far, self];
        await own.press('hangup-button');
        await Promise.all([own.reaches('idle'), other.reaches('idle')]);
        expect(await own.liveTracks(), 'live tracks on the side that hung up').toEqual([]);
        expect(await other.liveTracks(), 'live tracks on the far side').toEqual([]);
        for (const side of [own, other]) {
          await expect(side.tag('call-stage')).toBeHidden();
          await side.inChat();
        }
        await expect(own.status).toContainText('You ended the call');
        await expect(other.status).toContainText('ended the call after');
        const before = await own.media();
        await talk(other, own);
        await own.hears();
        expect(before.audioSent).toBeGreaterThan(0);
      });
    }

    test('mutes: the far side is told and hears silence', async ({ self, far }) => {
      await talk(self, far);
      await far.hears();
      await self.press('mic-toggle');
      await expect(far.status).toContainText('is muted');
      await expect(self.status).toContainText('You are muted');
      await expect
        .poll(async () => {
          const before = await far.media();
          await far.nothingFor(500);
          return (await far.media()).audioEnergy - before.audioEnergy;
        })
        .toBeLessThan(1e-6);
      expect(await self.liveTracks(), 'the microphone stays open').toEqual(['audio']);
      await self.press('mic-toggle');
      await far.hears();
    });
  });
}
