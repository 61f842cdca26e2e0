import { expect } from '@open-wc/testing';
import type { Entry } from './entry.js';
import { ChatLog } from './log.js';
import type { ChatMessage, Sync } from './messages.js';
import type { Party } from '../ports/link.js';

type Said = Extract<ChatMessage, { type: 'said' }>;

/** A log on its own, and the test as its far side. */
function logOf(party: Party = 'agent') {
  const sent: ChatMessage[] = [];
  const told: string[] = [];
  let later: () => void = () => undefined;
  let ids = 0;
  const log = new ChatLog(party, {
    send: (message) => sent.push(message),
    now: () => 1_000_000,
    newId: () => `${party}-${(ids += 1)}`,
    added: ({ id }) => told.push(id),
    settled: () => undefined,
    replaced: () => told.push('replaced'),
    soon: (task) => (later = task),
  });
  return {
    log,
    told,
    /** What was sent since the last look. */
    sent: () => sent.splice(0),
    acknowledge: () => later(),
    ids: () => log.entries.map(({ id }) => id),
  };
}

const sync = (over: Partial<Sync> = {}): Sync => ({
  type: 'sync',
  chat: 'chat',
  held: [],
  read: { agent: 0, visitor: 0 },
  order: 0,
  now: 1_000_000,
  answer: false,
  ...over,
});

const said = (number: number, over: Partial<Entry> = {}): Said => ({
  type: 'said',
  entry: {
    writer: 'far',
    number,
    id: `far-${number}`,
    from: 'visitor',
    order: number,
    at: 1_000_000,
    body: { type: 'text', text: `${number}` },
    ...over,
  },
});

describe('the log of a conversation', () => {
  it('says nothing before both know what the other has', () => {
    const { log, sent } = logOf();
    log.opened();
    log.write('own', 0, { type: 'text', text: 'Hello' });
    expect(sent().map(({ type }) => type)).to.deep.equal(['sync']);
    log.heard(sync());
    expect(sent().map(({ type }) => type)).to.deep.equal(['said']);
  });

  it('believes nothing that comes before that', () => {
    const { log, ids } = logOf();
    log.opened();
    log.heard(said(1));
    expect(ids()).to.deep.equal([]);
  });

  it('takes each entry once, and acknowledges many together', () => {
    const { log, sent, ids, acknowledge } = logOf();
    log.opened();
    log.heard(sync());
    sent();
    for (const number of [1, 2, 2, 1, 3]) log.heard(said(number));
    expect(ids()).to.deep.equal(['far-1', 'far-2', 'far-3']);
    acknowledge();
    expect(sent()).to.deep.equal([{ type: 'has', writer: 'far', number: 3 }]);
  });

  it('asks once for what is missing in between', () => {
    const { log, sent, ids } = logOf();
    log.opened();
    log.heard(sync());
    log.heard(said(1));
    sent();
    log.heard(said(3));
    log.heard(said(4));
    expect(ids()).to.deep.equal(['far-1']);
    const asked = sent();
    expect(asked).to.have.length(1);
    expect(asked[0]).to.deep.include({ type: 'sync', answer: true });
    expect((asked[0] as Sync).held).to.deep.equal([{ writer: 'far', number: 1 }]);
  });

  it('asks again for what is missing after that was mended', () => {
    const { log, sent } = logOf();
    log.opened();
    log.heard(sync());
    log.heard(said(2));
    log.heard(sync({ held: [] }));
    log.heard(said(1));
    log.heard(said(2));
    sent();
    log.heard(said(4));
    expect(sent().map(({ type }) => type)).to.deep.equal(['sync']);
  });

  it('answers who asks what it has: the far side may have come late', () => {
    const { log, sent } = logOf();
    log.opened();
    sent();
    log.heard(sync({ answer: true }));
    expect(sent()).to.have.length(1);
    log.heard(sync({ answer: false }));
    expect(sent()).to.deep.equal([]);
  });

  it('has nothing to write on while the path is closed', () => {
    const { log } = logOf();
    log.opened();
    expect(log.canWrite).to.equal(false);
    log.heard(sync());
    expect(log.canWrite).to.equal(true);
    log.closed();
    expect(log.canWrite).to.equal(false);
  });

  it('reads a writer in the order in which it counts, whatever it claims', () => {
    const { log, ids } = logOf();
    log.opened();
    log.heard(sync());
    log.heard(said(1, { order: 9 }));
    log.heard(said(2, { order: 1 }));
    log.heard(said(3, { order: 5 }));
    expect(ids()).to.deep.equal(['far-1', 'far-2', 'far-3']);
  });

  it('takes of a store only what has no hole, and lets the far side fill it', () => {
    const { log, ids } = logOf();
    const [one, , three] = [said(1).entry, said(2).entry, said(3).entry];
    log.restore({
      chat: 'chat',
      writers: [],
      read: { agent: 0, visitor: 0 },
      entries: [three, one] as Entry[],
    });
    expect(ids()).to.deep.equal(['far-1']);
    log.opened();
    log.heard(sync());
    for (const number of [2, 3]) log.heard(said(number));
    expect(ids()).to.deep.equal(['far-1', 'far-2', 'far-3']);
  });

  it('has no more on its way than a channel holds', () => {
    const { log, sent } = logOf();
    log.opened();
    log.heard(sync());
    sent();
    for (let count = 0; count < 1000; count += 1)
      log.write(`own-${count}`, 0, { type: 'text', text: 'x' });
    const first = sent();
    expect(first).to.have.length(256);
    const { writer, number } = (first[99] as Said).entry;
    log.heard({ type: 'has', writer, number });
    expect(sent()).to.have.length(100);
  });

  it('counts long texts by their length', () => {
    const { log, sent } = logOf();
    log.opened();
    log.heard(sync());
    sent();
    for (let count = 0; count < 100; count += 1)
      log.write(`own-${count}`, 0, { type: 'text', text: 'x'.repeat(10_000) });
    expect(sent()).to.have.length(26);
  });

  it('is not told that more has come than was sent', () => {
    const { log } = logOf();
    log.opened();
    log.heard(sync());
    const entry = log.write('own', 0, { type: 'text', text: 'x' });
    log.heard({ type: 'has', writer: entry.writer, number: 5 });
    expect(log.isDelivered(entry)).to.equal(false);
    log.heard({ type: 'has', writer: entry.writer, number: 1 });
    expect(log.isDelivered(entry)).to.equal(true);
  });

  it('is not told that more was read than was said', () => {
    const { log } = logOf();
    log.opened();
    log.heard(sync());
    log.write('own', 0, { type: 'text', text: 'x' });
    log.heard({ type: 'read', order: 1000 });
    expect(log.read.visitor).to.equal(1);
  });

  it('gives back what is said in its name only by a writer that the far side named at once', () => {
    const { log, ids, sent, acknowledge } = logOf();
    log.opened();
    log.heard(sync({ held: [{ writer: 'before', number: 1 }] }));
    log.heard(said(1, { writer: 'before', from: 'agent', id: 'mine' }));
    log.heard(said(1, { writer: 'made-up', from: 'agent', id: 'not mine' }));
    log.heard(said(1));
    expect(ids().sort()).to.deep.equal(['far-1', 'mine']);
    sent();
    acknowledge();
    expect(sent(), 'all the same, the far side goes on').to.deep.include({
      type: 'has',
      writer: 'made-up',
      number: 1,
    });
  });

  it('takes no words in its name where its own were kept', () => {
    const { log, ids } = logOf();
    log.restore({ chat: 'chat', writers: ['mine'], read: { agent: 0, visitor: 0 }, entries: [] });
    log.opened();
    log.heard(sync({ held: [{ writer: 'other', number: 1 }] }));
    log.heard(said(1, { writer: 'other', from: 'agent', id: 'not mine' }));
    log.heard(said(1, { writer: 'mine', from: 'agent', id: 'mine' }));
    expect(ids()).to.deep.equal(['mine']);
  });

  it('follows the visitor into another chat, and forgets the one before', () => {
    const { log, told, ids } = logOf('agent');
    log.opened();
    log.heard(sync());
    log.heard(said(1));
    log.closed();
    log.opened();
    log.heard(sync({ chat: 'another' }));
    expect(told.at(-1)).to.equal('replaced');
    expect(log.chat).to.equal('another');
    expect(ids()).to.deep.equal([]);
  });

  it('as a visitor keeps its chat, whatever the agent’s page still holds', () => {
    const { log, ids, sent } = logOf('visitor');
    log.opened();
    log.heard(sync({ chat: 'mine' }));
    log.write('own', 0, { type: 'text', text: 'x' });
    log.closed();
    log.opened();
    sent();
    log.heard(sync({ chat: 'older', held: [{ writer: 'agent', number: 7 }] }));
    expect(log.chat).to.equal('mine');
    expect(ids()).to.deep.equal(['own']);
    expect(sent().map(({ type }) => type)).to.deep.equal(['said']);
  });

  it('lets nobody leap ahead of all that comes', () => {
    const { log } = logOf();
    log.opened();
    log.heard(sync());
    log.heard(said(1, { order: 2 ** 48 }));
    expect(log.write('own', 0, { type: 'text', text: 'x' }).order).to.be.below(2 ** 40);
  });

  it('gives no two entries one id', () => {
    const { log, ids } = logOf();
    log.opened();
    log.heard(sync());
    log.heard(said(1, { id: 'same' }));
    log.heard(said(2, { id: 'same' }));
    expect(new Set(ids()).size).to.equal(2);
  });

  it('takes words of a thousand page loads, and of no more', () => {
    const { log, ids } = logOf();
    log.opened();
    log.heard(sync());
    for (let load = 0; load < 1100; load += 1)
      log.heard(said(1, { writer: `w${load}`, id: `w${load}` }));
    expect(ids()).to.have.length(1000);
  });
});
