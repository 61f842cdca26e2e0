// The same calls by the kit and without one: what a bench does to either pair of pages.
import type { Page } from '@playwright/test';
import type {} from './pages/bare.js';
import type {} from './pages/calls.js';
import type { TwoPages } from './two-pages.js';

export interface Driver {
  readonly page: 'bare' | 'calls';
  readonly name: string;
  /** All chats are open, nothing is sent. */
  idle(pages: TwoPages): Promise<void>;
  /** A call with sound in the first chat. */
  audio(pages: TwoPages): Promise<void>;
  /** Both cameras. */
  video(pages: TwoPages): Promise<void>;
}

const both = ({ agent, visitor }: TwoPages, act: (page: Page) => Promise<unknown>) =>
  Promise.all([act(agent), act(visitor)]);

/** Sound has come in both pages, after this. */
const sounds = (pages: TwoPages) =>
  both(pages, (page) =>
    page.evaluate(() => window.bench.until(() => window.bench.came.audio.length > 0)),
  );

export const kitDriver: Driver = {
  page: 'calls',
  name: 'visavis',
  async idle(pages) {
    await both(pages, (page) =>
      page.evaluate(() =>
        window.bench.until(() =>
          window.sessions.every(({ session }) => session.snapshot.chat === 'open'),
        ),
      ),
    );
  },
  async audio(pages) {
    const { agent, visitor } = pages;
    await visitor.evaluate(() => void window.sessions[0]!.startCall());
    await agent.evaluate(async () => {
      const [element] = window.sessions;
      await window.bench.until(() => element!.session.snapshot.call.phase === 'incoming');
      await element!.acceptCall();
    });
    await sounds(pages);
  },
  async video(pages) {
    await both(pages, (page) => page.evaluate(() => window.sessions[0]!.setCamera(true)));
  },
};

const bareDriver = (
  name: string,
  begin: (page: Page) => Promise<void>,
  isDialled: boolean,
): Driver => ({
  page: 'bare',
  name,
  async idle(pages) {
    await both(pages, (page) =>
      page.evaluate(() => Promise.all(window.bare.map(({ together }) => together))),
    );
    if (!isDialled) await begin(pages.visitor);
  },
  async audio(pages) {
    if (isDialled) await begin(pages.agent);
    else await pages.agent.evaluate(() => window.bare[0]!.accept());
    await sounds(pages);
  },
  async video(pages) {
    await both(pages, (page) =>
      page.evaluate(async () => {
        const [call] = window.bare;
        await call!.sendOnPreparedLine(await call!.openCamera());
      }),
    );
  },
});

/** With lines for everything from the beginning. */
export const preparedDriver = bareDriver(
  'bare RTCPeerConnection',
  (page) =>
    page.evaluate(async () => {
      await Promise.all(window.bare.map((call) => call.prepare()));
    }),
  false,
);

/** With a line for sound alone. */
export const audioOnlyDriver = bareDriver(
  'bare RTCPeerConnection, sound only',
  (page) =>
    page.evaluate(async () => {
      await window.bare[0]!.dial();
    }),
  true,
);
