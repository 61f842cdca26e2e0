import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import '../../define/chat-transcript.js';
import { fakeItem } from '../../testing/fake-conversation.js';
import { looking } from '../../testing/looking.js';
import { scene } from '../../testing/scene.js';
import type { ChatTranscript } from './chat-transcript.js';

const far = () => fakeItem('Hello', { from: 'agent' });

describe('calling somebody back', () => {
  const look = looking();
  const { title } = document;
  beforeEach(() => {
    document.title = 'Shop';
    look(false);
  });
  afterEach(() => {
    document.title = title;
  });

  describe('by the title', () => {
    const badged = async (unread: number) => {
      const the = await scene<ChatTranscript>('chat-transcript', { talk: { unread } });
      the.element.titleBadge = true;
      await the.element.updateComplete;
      return the;
    };

    it('is off unless it is asked for', async () => {
      await scene<ChatTranscript>('chat-transcript', { talk: { unread: 2 } });
      expect(document.title).to.equal('Shop');
    });

    it('puts the number of unread messages before it, and takes it away again', async () => {
      const { show } = await badged(2);
      expect(document.title).to.equal('(2) Shop');
      await show({ talk: { unread: 120 } });
      expect(document.title).to.equal('(99+) Shop');
      await show({ talk: { unread: 0 } });
      expect(document.title).to.equal('Shop');
    });

    it('adds up all sessions of the page, and counts none twice', async () => {
      const one = await badged(2);
      const other = await badged(3);
      expect(document.title).to.equal('(5) Shop');
      const again = document.createElement('chat-transcript');
      again.titleBadge = true;
      other.element.after(again);
      await again.updateComplete;
      expect(document.title).to.equal('(5) Shop');
      one.element.remove();
      expect(document.title).to.equal('(3) Shop');
      again.remove();
      expect(document.title).to.equal('(3) Shop');
      other.element.titleBadge = false;
      await other.element.updateComplete;
      expect(document.title).to.equal('Shop');
    });

    it('keeps up when the host writes another title meanwhile', async () => {
      const { show } = await badged(2);
      document.title = 'Basket';
      await waitUntil(() => document.title === '(2) Basket');
      await show({ talk: { unread: 0 } });
      expect(document.title).to.equal('Basket');
    });
  });

  describe('by a sound', () => {
    const real = globalThis.AudioContext;
    let made: AudioContext[];

    beforeEach(async () => {
      made = [];
      globalThis.AudioContext = class extends real {
        constructor() {
          super();
          made.push(this);
        }
      };
      // Browsers let a page make a sound only after a press.
      await sendMouse({ type: 'click', position: [1, 1] });
      look(false);
    });
    afterEach(async () => {
      globalThis.AudioContext = real;
      await resetMouse();
    });

    async function sounding(sound = true) {
      const the = await scene<ChatTranscript>('chat-transcript');
      the.element.sound = sound;
      await the.element.updateComplete;
      return {
        ...the,
        come: () => {
          const { items, unread } = the.session.talk.snapshot;
          return the.show({ talk: { items: [...items, far()], unread: unread + 1 } });
        },
      };
    }

    it('is heard once for all that comes together, and gives the loudspeaker back', async () => {
      const { come } = await sounding();
      for (let at = 0; at < 5; at += 1) await come();
      expect(made).to.have.lengthOf(1);
      await waitUntil(() => made[0]!.state === 'closed', 'given back', { timeout: 5000 });
    });

    it('is heard once for a session that is shown twice', async () => {
      const { come, element } = await sounding();
      const again = document.createElement('chat-transcript');
      again.sound = true;
      element.after(again);
      await again.updateComplete;
      await come();
      await again.updateComplete;
      expect(made).to.have.lengthOf(1);
    });

    it('is not heard unless it is asked for, nor by who looks', async () => {
      const { come } = await sounding(false);
      await come();
      const asked = await sounding();
      look(true);
      await asked.come();
      expect(made).to.deep.equal([]);
    });

    it('is not heard for what was kept from before', async () => {
      const { show } = await scene<ChatTranscript>('chat-transcript', {
        talk: { restored: false },
      }).then(async (the) => {
        the.element.sound = true;
        await the.element.updateComplete;
        return the;
      });
      await show({ talk: { restored: true, items: [far(), far()], unread: 2 } });
      expect(made).to.deep.equal([]);
    });
  });
});
