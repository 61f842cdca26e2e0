import type { Browser, EvaluateFunc, Page } from 'puppeteer-core';
import type { CallPhase, ChatSession, Session } from '../../src/index.js';
import { ranEngine } from '../faults/figures.js';
import { throughWire } from '../faults/through-wire.js';
import type { Wire } from '../faults/wire.js';
import { type Watcher, witness, Witness } from '../faults/witness.js';
import { expect, type Media, type Party, readMedia, watch } from '../side.js';
import type { Engine } from './engines.js';

/** As `Side` of side.ts, for whom Puppeteer drives: one of a session, and what they do and see. */
export class Person {
  readonly page: Page;
  readonly party: Party;
  readonly engine: Engine;
  readonly witness: Witness<Watcher>;
  /** What nobody caught, rejections included. */
  readonly errors: string[] = [];

  constructor(page: Page, party: Party, engine: Engine) {
    this.page = page;
    this.party = party;
    this.engine = engine;
    // Puppeteer and Playwright differ in the types of `evaluate` alone.
    const evaluate = async <A, R>(run: (given: A) => R | Promise<R>, given?: A): Promise<R> =>
      (await page.evaluate(run as EvaluateFunc<unknown[]>, given)) as R;
    this.witness = new Witness({ party, page: { evaluate } });
    page.on('pageerror', (error) => {
      const said = String(error);
      // Firefox says so itself, where no code can catch it, whenever a path was not found.
      if (!said.includes('WebRTC: ICE failed')) this.errors.push(said);
    });
  }

  get name(): string {
    return `${this.party} in ${this.engine}`;
  }

  /** A control of the kit, in the page's call area where there are two. */
  async press(tag: string): Promise<void> {
    const place = tag === 'video-toggle' ? '.call video-toggle' : tag;
    await this.page.locator(`${place} >>> button`).click();
  }

  async accept(): Promise<void> {
    await this.page.locator('call-prompt >>> [part=accept]').click();
  }

  async write(text: string): Promise<void> {
    const field = this.page.locator('chat-composer >>> textarea');
    await field.fill(text);
    await this.page.keyboard.press('Enter');
  }

  async attach(path: string): Promise<void> {
    const input = await this.page.$('chat-composer >>> input[type=file]');
    await input!.uploadFile(path);
  }

  phase(): Promise<CallPhase> {
    return this.page.evaluate(
      () => document.querySelector<ChatSession>('chat-session')!.session.snapshot.call.phase,
    );
  }

  async reaches(phase: CallPhase): Promise<void> {
    await expect.poll(() => this.phase(), { message: `${this.name} is ${phase}` }).toBe(phase);
  }

  async inChat(): Promise<void> {
    await expect
      .poll(
        () =>
          this.page.evaluate(() => {
            const element = document.querySelector<ChatSession>('chat-session')!;
            // Until it is there.
            return (element.session as Session | undefined)?.snapshot.chat;
          }),
        { message: `${this.name} is in chat` },
      )
      .toBe('open');
  }

  /** Each item of the conversation: its text, or its file's name. */
  async items(): Promise<readonly string[]> {
    return this.page.evaluate(async () => {
      const talk = await document.querySelector<ChatSession>('chat-session')!.conversation();
      return [...(talk?.snapshot.items ?? [])].flatMap(({ body }) => {
        if (body.type === 'text') return [body.text];
        return body.type === 'file' ? [body.name] : [];
      });
    });
  }

  /** Every file of the conversation is here in full, or has arrived there. */
  async hasFile(): Promise<void> {
    await expect
      .poll(
        () =>
          this.page.evaluate(async () => {
            const talk = await document.querySelector<ChatSession>('chat-session')!.conversation();
            return [...(talk?.snapshot.files.values() ?? [])].map(({ is }) => is);
          }),
        { message: `${this.name} has the file` },
      )
      .toEqual(['done']);
  }

  async reads(...items: readonly string[]): Promise<void> {
    await expect.poll(() => this.items(), { message: `${this.name} reads` }).toEqual(items);
  }

  /** What `<call-status>` says. */
  async said(words: RegExp): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => window.seen.said.at(-1)?.what ?? ''), {
        message: `${this.name} is told`,
      })
      .toMatch(words);
  }

  /** The notice of what went wrong, in full. */
  problem(): Promise<string> {
    return this.page.evaluate(
      () =>
        document.querySelector('call-status')?.shadowRoot?.querySelector('[part=notice]')
          ?.textContent ?? '',
    );
  }

  media(): Promise<Media> {
    return this.page.evaluate(readMedia);
  }

  /** What the call at hand is known by, and since when it is one. */
  call(): Promise<{ readonly ids: readonly string[]; readonly startedAt: number | undefined }> {
    return this.page.evaluate(() => {
      const { ids, startedAt } =
        document.querySelector<ChatSession>('chat-session')!.session.snapshot.call;
      return { ids, startedAt };
    });
  }

  /** How often the page has asked for a device. */
  asked(): Promise<number> {
    return this.page.evaluate(() => window.watched.asked.length);
  }

  /** The kinds of own tracks that are still live. */
  liveTracks(): Promise<string[]> {
    return this.page.evaluate(() =>
      window.watched.tracks
        .filter(({ readyState }) => readyState === 'live')
        .map(({ kind }) => kind),
    );
  }

  async hears(): Promise<void> {
    const before = await this.media();
    await expect
      .poll(
        async () => {
          const { audioReceived, audioEnergy } = await this.media();
          return [audioReceived > before.audioReceived + 10, audioEnergy > before.audioEnergy];
        },
        { message: `${this.name} receives sound, and hears something in it` },
      )
      .toEqual([true, true]);
  }

  /** New frames arrive, and those on the stage are painted. */
  async seesFarPicture(): Promise<void> {
    const seen = async (): Promise<number[]> => [
      (await this.media()).framesDecoded,
      await this.page.evaluate(() => window.seen.frames.length),
    ];
    const before = await seen();
    await expect
      .poll(async () => (await seen()).map((count, index) => count > before[index]!), {
        message: `${this.name} sees the far picture move`,
      })
      .toEqual([true, true]);
  }

  /** How many pictures of the far side are on the stage. */
  farPictures(): Promise<number> {
    return this.page.evaluate(
      () => document.querySelector('call-stage')?.shadowRoot?.querySelectorAll('video').length ?? 0,
    );
  }

  /** Lets time pass, where nothing is expected to happen. */
  async nothingFor(milliseconds: number): Promise<void> {
    await this.page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), milliseconds);
  }
}

/** One party's side of a session in a window of its own, opened through the wire. */
export async function openPerson(
  browser: Browser,
  {
    engine,
    party,
    room,
    wire,
  }: {
    readonly engine: Engine;
    readonly party: Party;
    readonly room: string;
    readonly wire: Wire;
  },
): Promise<Person> {
  ranEngine(engine.toLowerCase(), (await browser.version()).replace(/^.*\//, ''));
  const context = await browser.createBrowserContext();
  // A tab would lie behind another one, and be painted no more.
  const page = await context.newPage({ type: 'window' });
  const person = new Person(page, party, engine);
  const far = party === 'agent' ? 'visitor' : 'agent';
  await page.exposeFunction('onWire', (candidate: string) => wire.rewrite(far, candidate));
  for (const script of [watch, throughWire, witness]) await page.evaluateOnNewDocument(script);
  await page.goto(`${wire.url(party)}/${party}.html?room=${room}`);
  return person;
}
