import { fileURLToPath } from 'node:url';
import type { Locator } from '@playwright/test';
import type { ConversationSnapshot, ItemState } from '../src/index.js';
import { expect, type Side } from './side.js';

const pictures = new URL('pages/', import.meta.url);

/** A file of the tests, by its name in e2e/pages/. */
export const fileOf = (name: string): string => fileURLToPath(new URL(name, pictures));

/** What one side of a session does and sees in its conversation. */
export class Talk {
  readonly side: Side;

  constructor(side: Side) {
    this.side = side;
  }

  get field(): Locator {
    return this.side.page.getByRole('textbox', { name: /^Message to/ });
  }

  get log(): Locator {
    return this.side.page.getByRole('log');
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  async reads(text: string): Promise<void> {
    await expect(this.log.getByText(text, { exact: true }), `${this.side.party} reads it`).toBeVisible();
  }

  /** What this side's session says of it. */
  snapshot(): Promise<Pick<ConversationSnapshot, 'draft' | 'ended' | 'unread'> & {
    readonly texts: readonly string[];
    readonly states: readonly ItemState[];
    readonly files: readonly string[];
  }> {
    return this.side.onSession(async (element) => {
      const talk = await element.conversation();
      if (!talk) throw new Error('There is no conversation.');
      const { draft, ended, files, items, unread } = talk.snapshot;
      return {
        draft,
        ended,
        unread,
        texts: items.map(({ body }) =>
          body.type === 'text' ? body.text : body.type === 'call' ? body.what : body.type,
        ),
        states: items.map(({ state }) => state),
        files: [...files.values()].map(({ is }) => is),
      };
    });
  }

  async hasTexts(texts: readonly string[]): Promise<void> {
    await expect
      .poll(async () => (await this.snapshot()).texts, { message: `${this.side.party} has it all` })
      .toEqual(texts);
  }
}
