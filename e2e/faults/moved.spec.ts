import { parties, talk } from '../side.js';
import { becomes } from './at-once.js';
import { figure } from './figures.js';
import { rounds } from './rounds.js';
import { callOf, expect, test } from './witnessed.js';

for (const first of parties) {
  test.describe(`when a framework of the ${first}’s page renders anew`, { tag: '@long' }, () => {
    test.use({ first });

    test('case 58 · the session is taken out and put back over and over, and its call goes on', async ({
      self,
      far,
    }) => {
      test.setTimeout(120_000);
      await talk(self, far);
      await self.press('video-toggle');
      await becomes(far, { farPicture: true });
      const before = [await callOf(self), await callOf(far)];
      const kept: number[] = [];
      const count = rounds(8, 100);
      for (let round = 0; round < count; round += 1) {
        kept.push(
          await self.onSession(async (session, round) => {
            const { parentElement: around } = session;
            const next = document.createElement('section');
            // Within the task, or a little later, as frameworks that wait for something do.
            session.remove();
            if (round % 2) await new Promise((done) => setTimeout(done, 20));
            around!.append(next);
            next.append(session);
            return Number(session.session.snapshot.call.phase === 'active');
          }, round),
        );
      }
      // Longer than the time after which an element counts as removed.
      await self.nothingFor(600);
      expect([await callOf(self), await callOf(far)], 'the same call').toEqual(before);
      expect(await self.liveTracks()).toEqual(['audio', 'video']);
      expect(await self.asked(), 'no device was asked for again').toHaveLength(2);
      await Promise.all([self.hears(), far.hears(), far.seesFarPicture()]);
      figure({
        cases: '58',
        what: `the ${first}’s session is moved in a call: the call goes on (1 = yes)`,
        unit: 'moves',
        values: kept,
        goal: 'worst = 1',
      });
      await self.press('hangup-button');
      await becomes(far, { phase: 'idle' });
    });
  });
}
