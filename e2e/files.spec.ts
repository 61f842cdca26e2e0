import { hostileFiles } from '../src/testing/hostile-files.js';
import { expect, newContext, newRoom, openSide, parties, test } from './side.js';
import { document, faultyPair, picture, Talk } from './talk.js';

// Pictures and documents: what goes, what comes, what does not.

const slow = (talk: Talk, milliseconds: number): Promise<void> =>
  talk.side.page.evaluate((wait) => {
    window.slowFiles = wait;
  }, milliseconds);

/** Bytes of a file as they have come, by its place among the files. */
const bytesOf = (talk: Talk, at = 0): Promise<string> =>
  talk.side.onSession(async (element, place) => {
    const state = [...((await element.conversation())?.snapshot.files.values() ?? [])][place];
    const bytes = new Uint8Array((await state?.blob?.arrayBuffer()) ?? []);
    const sum = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, at);

test.describe('a file', () => {
  test('is seen before it is sent, and comes with the text', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    await visitor.attach(picture('red-light.png', 64), document('manual.pdf', 20_000));
    const composer = pair.visitor.page.locator('chat-composer');
    await expect(composer).toContainText('red-light.png');
    await expect(composer).toContainText('manual.pdf');
    await expect(composer.locator('img')).toBeVisible();
    await visitor.write('It looks like this.');
    await agent.has('red-light.png', 'manual.pdf', 'It looks like this.');
    const image = agent.log.locator('img');
    await expect(image).toBeVisible();
    expect(
      await image.evaluate((element: HTMLImageElement) => element.naturalWidth),
      'the picture itself',
    ).toBe(64);
    await agent.until(({ files }) => files[1]?.is === 'offered', 'the document waits');
    await agent.log.getByRole('button', { name: 'Accept manual.pdf' }).click();
    await agent.until(({ files }) => files[1]?.is === 'done', 'the document has come');
    await visitor.until(({ files }) => files.every(({ is }) => is === 'done'), 'the sender knows');
    expect(await bytesOf(agent, 1)).toBe(await bytesOf(visitor, 1));
    const [download] = await Promise.all([
      pair.agent.page.waitForEvent('download'),
      agent.log
        .getByRole('button', { name: 'Save manual.pdf' })
        .or(agent.log.getByRole('link', { name: 'Save manual.pdf' }))
        .click(),
    ]);
    expect(download.suggestedFilename()).toBe('manual.pdf');
  });

  test('is pasted, or dropped on the chat', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    const give = async (how: 'paste' | 'drop', name: string): Promise<void> => {
      const bytes = [...picture(name).buffer];
      await visitor.field.evaluate(
        (field, given) => {
          const data = new DataTransfer();
          data.items.add(
            new File([Uint8Array.from(given.bytes)], given.name, { type: 'image/png' }),
          );
          const init = { bubbles: true, cancelable: true, composed: true };
          if (given.how === 'paste')
            field.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }));
          else {
            const panel = window.document.querySelector('chat-session');
            for (const type of ['dragenter', 'dragover', 'drop'])
              panel?.dispatchEvent(new DragEvent(type, { ...init, dataTransfer: data }));
          }
        },
        { bytes, how, name },
      );
      await expect(pair.visitor.page.locator('chat-composer')).toContainText(name);
      await visitor.field.press('Enter');
    };
    await give('paste', 'pasted.png');
    await give('drop', 'dropped.png');
    await agent.has('pasted.png', 'dropped.png');
    await agent.until(({ files }) => files.every(({ is }) => is === 'done'), 'both have come');
  });

  test('that pretends is refused in words, and never sent', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    const program = {
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('MZ\x90\0\x03\0\0\0'),
    };
    await visitor.attach(program);
    await expect(pair.visitor.page.locator('chat-composer')).toContainText(
      'is not what its name says, so it was not attached',
    );
    await visitor.write('Hm.');
    await agent.has('Hm.');
  });

  test('that pretends is never shown, whatever the far side lets through', async ({ browser }) => {
    const room = newRoom();
    const query = '&strict';
    const a = await openSide(await newContext(browser), 'agent', { room, query });
    const v = await openSide(await newContext(browser), 'visitor', { room, query });
    await Promise.all([a.inChat(), v.inChat()]);
    const agent = new Talk(a);
    // Past the composer, as a far side of another make would.
    await v.onSession(async (element, files) => {
      const talk = await element.conversation();
      for (const { content, name } of files) {
        const bytes = Uint8Array.from(content, (one) => one.charCodeAt(0));
        talk?.sendFile(new File([bytes], name, { type: 'image/png' }));
      }
    }, hostileFiles);
    await agent.until(
      ({ files, texts }) =>
        texts.length === hostileFiles.length &&
        files.filter(({ is }) => is === 'done' || is === 'failed' || is === 'offered').length ===
          hostileFiles.length,
      'all have come, or wait',
    );
    const { files } = await agent.told();
    console.log(
      `hostile files: ${files.length}, shown as a picture: ${files.filter((file) => file.picture).length}`,
    );
    expect(files.filter((file) => file.picture)).toEqual([]);
    await expect(agent.log.locator('img, iframe, object, embed, svg[onload]')).toHaveCount(0);
    expect(await a.page.evaluate(() => (globalThis as { hostile?: unknown }).hostile)).toBe(
      undefined,
    );
    expect(a.errors).toEqual([]);
  });

  test('of the far side keeps nothing here before it is accepted', async ({ pair }) => {
    const [agent, visitor] = [new Talk(pair.agent), new Talk(pair.visitor)];
    const received = (): Promise<number> =>
      pair.agent.page.evaluate(async () => {
        let bytes = 0;
        for (const connection of window.watched.connections)
          for (const report of (await connection.getStats()).values() as Iterable<{
            type: string;
            label?: string;
            bytesReceived?: number;
          }>)
            if (report.type === 'data-channel' && report.label === 'files')
              bytes += report.bytesReceived ?? 0;
        return bytes;
      });
    await visitor.attach(document('manual.pdf', 200_000));
    await visitor.field.press('Enter');
    await agent.until(({ files }) => files[0]?.is === 'offered', 'it is offered');
    await pair.agent.nothingFor(500);
    expect(await received()).toBe(0);
    await agent.log.getByRole('button', { name: 'Accept manual.pdf' }).click();
    await agent.until(({ files }) => files[0]?.is === 'done', 'it has come');
    expect(await received()).toBeGreaterThanOrEqual(200_000);
  });

  test('does not hold up what is said meanwhile', async ({ browser }) => {
    const { agent, visitor } = await faultyPair(browser);
    await slow(visitor, 4);
    await visitor.attach(picture('large.png', 1000));
    await visitor.field.press('Enter');
    await agent.until(({ files }) => files[0]?.is === 'moving', 'it is on its way');
    await visitor.write('While it goes');
    await agent.reads('While it goes');
    const { files } = await agent.told();
    expect(files[0]?.is, 'and it still is').toBe('moving');
    await agent.until((told) => told.files[0]?.is === 'done', 'it comes too');
  });

  test('can be stopped by either side, and sent once more', async ({ browser }) => {
    const { agent, visitor } = await faultyPair(browser);
    await slow(visitor, 4);
    for (const side of [visitor, agent]) {
      await visitor.attach(picture('large.png', 1000));
      await visitor.field.press('Enter');
      await agent.until(({ files }) => files.at(-1)?.is === 'moving', 'it is on its way');
      await side.log.getByRole('button', { name: 'Stop large.png' }).last().click();
      for (const each of [agent, visitor])
        await each.until(({ files }) => files.at(-1)?.is === 'stopped', 'it is stopped');
    }
    await slow(visitor, 0);
    await visitor.log.getByRole('button', { name: 'Send large.png again' }).last().click();
    await agent.until(({ files }) => files.at(-1)?.is === 'done', 'it comes after all');
  });

  for (const who of parties) {
    test(`goes on when the ${who}’s page is reloaded in the middle of it`, async ({ browser }) => {
      const { agent, visitor } = await faultyPair(browser);
      const [self, far] = who === 'agent' ? [agent, visitor] : [visitor, agent];
      await slow(visitor, 4);
      await visitor.attach(picture('large.png', 1000));
      await visitor.field.press('Enter');
      await agent.until(
        ({ files }) => files[0]?.is === 'moving' && files[0].moved > 200_000,
        'some of it has come',
      );
      await self.side.page.reload();
      await self.side.inChat();
      await agent.until(({ files }) => files[0]?.is === 'done', 'all of it has come');
      await visitor.until(({ files }) => files[0]?.is === 'done', 'and the sender knows');
      expect(await bytesOf(agent)).toBe(await bytesOf(visitor));
      await far.has('large.png');
      await expect(agent.log.locator('img')).toBeVisible();
      if (who === 'visitor') return;
      // Once all of it is here, a reload brings it back without the far side.
      await visitor.side.page.close();
      await agent.side.page.reload();
      await agent.until(({ files }) => files[0]?.is === 'done', 'it was kept');
      await expect(agent.log.locator('img')).toBeVisible();
    });
  }

  test('goes on where it was when the path breaks', async ({ browser }) => {
    const { agent, visitor } = await faultyPair(browser);
    await slow(visitor, 4);
    const large = picture('large.png', 1000);
    await visitor.attach(large);
    await visitor.field.press('Enter');
    await agent.until(
      (told) => told.files[0]?.is === 'moving' && told.files[0].moved > 500_000,
      'some of it has come',
    );
    await visitor.side.page.evaluate(() => {
      window.cutOff(true);
      window.cutOff(false);
    });
    await agent.until((told) => told.files[0]?.is === 'done', 'all of it has come');
    expect(await bytesOf(agent)).toBe(await bytesOf(visitor));
    // What was in the channel goes once more; what had come does not.
    const sent = await visitor.side.page.evaluate(() => window.fileBytes);
    expect(sent).toBeLessThan(large.buffer.length + 400_000);
  });
});
