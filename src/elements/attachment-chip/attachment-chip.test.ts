import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fileStates, photograph, withFile } from '../../../stories/attachments.js';
import '../../define/attachment-chip.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { AttachmentChip } from './attachment-chip.js';

async function chipIn(state: FakeState) {
  const there = await scene<AttachmentChip>('attachment-chip', state);
  there.element.file = 'story';
  const { element } = there;
  // The conversation is handed over later than the session.
  await waitUntil(() => there.part('attachment'), 'it draws the file');
  const buttons = (): HTMLElement[] => [
    ...element.renderRoot.querySelectorAll<HTMLElement>('[part=action]'),
  ];
  return {
    ...there,
    buttons,
    labels: () => buttons().map((button) => button.getAttribute('aria-label')),
    press: async (label: string) => {
      buttons()
        .find((button) => button.getAttribute('aria-label')?.startsWith(label))
        ?.click();
      await element.updateComplete;
    },
    says: () => there.part('info')?.textContent.trim(),
    dialog: () => element.renderRoot.querySelector('dialog'),
  };
}

const lines: Record<keyof typeof fileStates, readonly [says: string, ...presses: string[]]> = {
  offered: [
    'Anna wants to send you this, 2.1 MB',
    'Decline setup-guide.pdf',
    'Accept setup-guide.pdf',
  ],
  waiting: ['2.1 MB · goes on when the connection is back', 'Stop setup-guide.pdf'],
  coming: ['Coming, 30% of 2.1 MB', 'Stop setup-guide.pdf'],
  here: ['2.1 MB · from Anna', 'Save setup-guide.pdf'],
  tooLarge: ['Not taken: it is larger than allowed'],
  noRoom: ['Not taken: this device has no room for it'],
  goneThere: ['Anna does not have this file any more'],
  stopped: ['Stopped'],
  disguised: ['Not what its name says: open it only if you trust it', 'Save holiday.jpg'],
  picture: ['1.8 MB · from Anna', 'Save red-light-by-the-tray.jpg'],
  pictureComing: ['Coming, 50% of 1.8 MB', 'Stop red-light-by-the-tray.jpg'],
  stored: ['2.1 MB · from Anna', 'Save setup-guide.pdf'],
  notTaken: ['240 kB · Anna has not taken it yet', 'Stop invoice-2026-10.pdf'],
  onItsWay: ['Sending, 62% of 240 kB', 'Stop invoice-2026-10.pdf'],
  sent: ['240 kB · sent', 'Save invoice-2026-10.pdf'],
  ownPicture: ['Sending, 56% of 1.8 MB', 'Stop red-light-by-the-tray.jpg'],
  notUploaded: ['Not sent: it could not be uploaded', 'Send invoice-2026-10.pdf again'],
  notSent: ['Not sent', 'Send invoice-2026-10.pdf again'],
  goneHere: ['Not here any more. Attach it once more to send it.'],
  longName: [
    'Coming, 65% of 12 MB',
    'Stop the-light-that-is-red-next-to-the-paper-tray-of-the-printer-on-the-third-floor.jpeg',
  ],
};

describe('<attachment-chip>', () => {
  for (const [name, [said, ...presses]] of Object.entries(lines)) {
    it(`says “${said}” and offers ${presses.join(', ') || 'nothing'} (${name})`, async () => {
      const { element, labels, says } = await chipIn(fileStates[name as keyof typeof lines]);
      expect(says()).to.equal(said);
      expect(labels()).to.deep.equal(presses);
      await expect(element).to.be.accessible();
    });
  }

  const commands = {
    'getFile story': ['Accept', fileStates.offered],
    'stopFile story': ['Decline', fileStates.offered],
  } as const;
  for (const [asked, [label, state]] of Object.entries(commands)) {
    it(`${label} is the command “${asked}”`, async () => {
      const { press, session } = await chipIn(state);
      await press(label);
      expect(session.talk.asked).to.deep.equal([asked]);
    });
  }

  it('Stop stops it, whoever sends it', async () => {
    for (const state of [fileStates.coming, fileStates.onItsWay]) {
      const { press, says, session } = await chipIn(state);
      await press('Stop');
      expect(session.talk.asked).to.deep.equal(['stopFile story']);
      await waitUntil(() => says() === 'Stopped');
    }
  });

  it('Send again sends its message again', async () => {
    const { press, session } = await chipIn(fileStates.notSent);
    await press('Send');
    const [item] = session.talk.snapshot.items;
    expect(session.talk.asked).to.deep.equal([`retry ${item?.id}`]);
  });

  it('follows the file that it is told to, and shows nothing for one that is not there', async () => {
    const { element, part } = await chipIn(fileStates.here);
    element.file = 'another';
    await element.updateComplete;
    expect(part('attachment')).to.equal(null);
    element.file = 'story';
    await element.updateComplete;
    expect(part('attachment')).not.to.equal(null);
  });

  it('keeps the ending of a long name in sight, from left to right, without what turns it', async () => {
    const name = `${'invoice'.repeat(20)}\u202egpj.docx`;
    const { element, part } = await chipIn(withFile({ name, size: 1, state: { is: 'offered' } }));
    element.style.inlineSize = '12rem';
    const [start, ending] = [...part('name')!.querySelectorAll('span')] as [
      HTMLElement,
      HTMLElement,
    ];
    expect(part('name')).not.to.contain.text('\u202e');
    expect(ending).to.have.text('.docx');
    expect(start.scrollWidth).to.be.greaterThan(start.clientWidth);
    const chip = part('attachment')!.getBoundingClientRect();
    expect(ending.getBoundingClientRect().right).to.be.at.most(chip.right);
    expect(part('name')!.querySelector('bdi')).to.have.attribute('dir', 'ltr');
  });

  describe('a picture', () => {
    it('is drawn when its content is one, and takes its room before it is there', async () => {
      const { part } = await chipIn(fileStates.picture);
      const image = part('picture')!.querySelector('img')!;
      const before = image.getBoundingClientRect().height;
      await waitUntil(() => image.complete && image.naturalWidth === 640, 'it is shown');
      expect(image.getBoundingClientRect().height).to.equal(before);
      expect(image.alt).to.equal('Picture: red-light-by-the-tray.jpg');
    });

    it('is none when only its name says so: neither a script in SVG nor a page is drawn', async () => {
      for (const name of ['holiday.svg', 'holiday.png', 'holiday.html']) {
        const blob = new Blob(['<svg onload="alert(1)">'], { type: 'image/svg+xml' });
        const { element, part } = await chipIn(withFile({ name, size: 1, state: { blob } }));
        expect(part('picture')).to.equal(null);
        expect(element.renderRoot.querySelector('img, iframe, object, embed')).to.equal(null);
      }
    });

    it('is shown large over the page; Escape closes it and the focus is back', async () => {
      const { dialog, element, part } = await chipIn(fileStates.picture);
      part('picture')!.focus();
      await sendKeys({ press: 'Enter' });
      expect(dialog()?.matches(':modal')).to.equal(true);
      expect(element.shadowRoot?.activeElement).to.have.attribute('aria-label', 'Close');
      await expect(dialog()).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => dialog() === null, 'it is gone');
      expect(element.shadowRoot?.activeElement).to.equal(part('picture'));
    });

    it('large, is closed by a press beside it, and not by one on it', async () => {
      const { dialog, part } = await chipIn(fileStates.picture);
      part('picture')!.click();
      dialog()!.querySelector('img')!.click();
      expect(dialog()).not.to.equal(null);
      dialog()!.querySelector<HTMLElement>('.room')!.click();
      await waitUntil(() => dialog() === null, 'it is gone');
    });

    it('has one address while it is shown, however often it is drawn and moved, and none after', async () => {
      const create = URL.createObjectURL.bind(URL);
      const revoke = URL.revokeObjectURL.bind(URL);
      const made: string[] = [];
      const revoked: string[] = [];
      URL.createObjectURL = (blob: Blob) => {
        made.push(create(blob));
        return made.at(-1)!;
      };
      URL.revokeObjectURL = (url) => {
        revoked.push(url);
        revoke(url);
      };
      try {
        const { dialog, element, part } = await chipIn(
          withFile({ name: 'a.jpg', size: 1, state: { picture: true, blob: photograph() } }),
        );
        for (let at = 0; at < 20; at += 1) {
          element.requestUpdate();
          await element.updateComplete;
        }
        part('picture')!.click();
        dialog()!.close();
        element.parentElement!.append(element);
        const stays = part('picture')!.querySelector('img')!.src;
        await aTimeout(1100); // longer than an address outlives its last use
        expect(made).to.deep.equal([stays]);
        expect(revoked).not.to.include(stays); // those of other tests are given back meanwhile
        element.remove();
        await waitUntil(() => revoked.includes(stays), 'it is given back', { timeout: 3000 });
      } finally {
        Object.assign(URL, { createObjectURL: create, revokeObjectURL: revoke });
      }
    });

    it('that a host keeps is asked for without telling who asks, and is a file when it is none', async () => {
      const { element, part } = await chipIn(
        withFile({ name: 'a.png', size: 1, state: { picture: true }, url: '/no-such-picture.png' }),
      );
      const image = part('picture')!.querySelector('img')!;
      expect(image.referrerPolicy).to.equal('no-referrer');
      await waitUntil(() => !part('picture')!.checkVisibility(), 'it is not shown broken');
      expect(element.renderRoot.querySelector('.tile')!.checkVisibility()).to.equal(true);
    });
  });

  describe('saving', () => {
    const saved = async (state: FakeState): Promise<HTMLAnchorElement> => {
      const { press } = await chipIn(state);
      const links: HTMLAnchorElement[] = [];
      // A link that is in no page: nobody else sees the press.
      Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
        configurable: true,
        value(this: HTMLAnchorElement) {
          links.push(this);
        },
      });
      try {
        await press('Save');
        await waitUntil(() => links.length, 'it is saved');
      } finally {
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      }
      return links[0]!;
    };

    it('gives bytes of no type, so that no page opens in the origin of the chat', async () => {
      const blob = new Blob(['<script>alert(1)</script>'], { type: 'text/html' });
      const link = await saved(withFile({ name: '../../a.html', size: 1, state: { blob } }));
      expect(link.href).to.match(/^blob:/);
      const bytes = await (await fetch(link.href)).blob();
      expect(bytes.type).to.equal('application/octet-stream');
      expect(await bytes.text()).to.equal('<script>alert(1)</script>');
      expect(link.download).not.to.match(/[/\\]/);
    });

    const addresses = {
      'https://files.example/a.pdf': 'https://files.example/a.pdf',
      '/files/a.pdf': new URL('/files/a.pdf', location.href).href,
      'http://files.example/a.pdf': undefined,
      'javascript:alert(1)': undefined,
      'data:text/html,<script>alert(1)</script>': undefined,
      'blob:https://files.example/1': undefined,
      'https://[': undefined,
    };
    for (const [url, leads] of Object.entries(addresses)) {
      it(`${leads ? 'leads to' : 'does not lead to'} ${url}`, async () => {
        const { buttons } = await chipIn(withFile({ name: 'a.pdf', size: 1, state: {}, url }));
        const [link] = buttons() as HTMLAnchorElement[];
        expect(link?.href).to.equal(leads);
        if (!link) return;
        expect(link.rel).to.equal('noopener noreferrer nofollow');
        expect(link.referrerPolicy).to.equal('no-referrer');
      });
    }
  });
});
