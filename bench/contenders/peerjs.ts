import type {} from '../pages/peerjs.js';
import { type Contender, firstOf, firstPicture, openPages } from './contender.js';

/** Answered on Accept; the camera is another call. */
export const peerjs: Contender = {
  name: 'PeerJS alone',
  async steps(wire, browser, delay) {
    const path = '/bench/peerjs.html?party={party}&room={room}';
    const pages = await openPages(wire, browser, path, delay);
    const { agent, visitor } = pages;
    await Promise.all(
      [agent, visitor].map((page) => page.evaluate(() => window.peerjs.registered)),
    );

    await visitor.evaluate(() => window.peerjs.call());
    await agent.waitForFunction(() => window.peerjs.rings, undefined, { polling: 20 });
    const accepted = await agent.evaluate(() => {
      const at = window.bench.now();
      void window.peerjs.answer();
      return at;
    });
    const [atCaller, atCallee] = await Promise.all([
      firstOf(visitor, 'audio', accepted),
      firstOf(agent, 'audio', accepted),
    ]);

    const shown = firstPicture(visitor, 'video');
    const ready = await agent.evaluate(async () => {
      const camera = await window.peerjs.openCamera();
      await window.peerjs.call(camera);
      return window.bench.granted.video;
    });
    const upgrade = (await shown) - ready;
    await pages.close();
    return { toCaller: atCaller - accepted, toCallee: atCallee - accepted, upgrade };
  },
};
