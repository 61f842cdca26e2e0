import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './redis.mjs';

/** Much shorter than they are, and in the same order. */
export const manners = {
  agentSilence: 600,
  visitorSilence: 300,
  chatSilence: 1200,
  queue: 6,
  perAddress: 3,
};

const anna = { id: 'anna', takes: 1 };
const visitor = (visit, others = {}) => ({
  visit,
  name: `name of ${visit}`,
  from: visit,
  ...others,
});

/**
 * What any WaitingRoom has to do. `open` gives two nodes that know of each other, which may be one and the same;
 * `end` ends a session as one of them would be told.
 */
export function waitingRoomContract(name, open) {
  const contract = (sentence, run) =>
    test(`${name}: ${sentence}`, async (t) => {
      const nodes = await open();
      t.after(() => Promise.all(nodes.map((node) => node.close())));
      await run(nodes);
    });

  contract('nobody is there: a visitor is told so, with the place', async ([one, two]) => {
    assert.deepEqual(await one.ask(visitor('sam')), { place: 1, agents: 0 });
    assert.deepEqual(await two.ask(visitor('eva')), { place: 2, agents: 0 });
    assert.deepEqual(await two.ask(visitor('sam')), { place: 1, agents: 0 });
  });

  contract(
    'a visitor is given an agent, who is told of it; asking again is the same chat',
    async ([one, two]) => {
      assert.deepEqual(await one.serve(anna), { chats: [], waiting: 0 });
      const since = Date.now();
      const chat = await two.ask(visitor('sam'));
      assert.deepEqual(
        { ...chat, sid: '', since: 0 },
        { ...visitor('sam'), sid: '', agent: 'anna', since: 0 },
      );
      assert.ok(Math.abs(chat.since - since) < 5000, 'since when, by the clock');
      assert.match(chat.sid, /^[\w-]{36}$/);
      assert.deepEqual(await one.ask(visitor('sam')), chat);
      assert.deepEqual(await one.serve(anna), { chats: [chat], waiting: 0 });
      assert.deepEqual(await two.find(chat.sid), chat);
      assert.equal(await two.find('another'), undefined);
    },
  );

  contract('one visitor who asks twice at once has one chat', async (nodes) => {
    await nodes[0].serve({ ...anna, takes: 5 });
    const chats = await Promise.all(nodes.map((node) => node.ask(visitor('sam'))));
    assert.equal(chats[0].sid, chats[1].sid);
    assert.equal((await nodes[0].serve(anna)).chats.length, 1);
  });

  contract(
    'the agent with the most room is given, not the one that takes most',
    async ([one, two]) => {
      await one.serve({ id: 'anna', takes: 3 });
      for (const visit of ['1', '2']) await one.ask(visitor(visit));
      await two.serve({ id: 'ben', takes: 2 });
      assert.equal((await two.ask(visitor('3'))).agent, 'ben');
    },
  );

  contract('who takes no more stays at what there is, and has no newcomers', async ([one, two]) => {
    await one.serve(anna);
    const chat = await one.ask(visitor('sam'));
    assert.deepEqual(await one.serve({ ...anna, takes: 0 }), { chats: [chat], waiting: 0 });
    assert.deepEqual(await two.ask(visitor('eva')), { place: 1, agents: 0 });
    assert.deepEqual(await two.ask(visitor('sam')), chat);
  });

  contract('who came first is next, though somebody else asks first', async ([one, two]) => {
    for (const visit of ['1', '2', '3']) await one.ask(visitor(visit));
    assert.deepEqual(await two.serve(anna), { chats: [], waiting: 3 });
    assert.deepEqual(await two.ask(visitor('3')), { place: 3, agents: 1 });
    assert.deepEqual(await two.ask(visitor('2')), { place: 2, agents: 1 });
    assert.equal((await one.ask(visitor('1'))).agent, 'anna');
    assert.deepEqual(await two.ask(visitor('2')), { place: 1, agents: 1 });
    await one.serve({ ...anna, takes: 3 });
    // As many as there is room for, in whatever order they come for it.
    assert.equal((await two.ask(visitor('3'))).agent, 'anna');
    assert.equal((await two.ask(visitor('2'))).agent, 'anna');
  });

  contract(
    'a visitor who stops asking loses the place, and comes back as the last',
    async ([one, two]) => {
      for (const visit of ['1', '2']) await one.ask(visitor(visit));
      await until(async () => (await two.ask(visitor('2'))).place === 1, 'the first is gone');
      assert.deepEqual(await one.ask(visitor('1')), { place: 2, agents: 0 });
    },
  );

  contract('a visitor who keeps asking keeps the place', async ([one, two]) => {
    const places = new Set();
    const since = performance.now();
    while (performance.now() - since < 2 * manners.visitorSilence) {
      await one.ask(visitor('1'));
      places.add((await two.ask(visitor('2'))).place);
      await sleep(manners.visitorSilence / 6);
    }
    assert.deepEqual([...places], [2]);
  });

  contract('a silent agent is signed out; its chats stay', async ([one, two]) => {
    await one.serve(anna);
    const chat = await one.ask(visitor('sam'));
    assert.deepEqual(await two.ask(visitor('eva')), { place: 1, agents: 1 });
    await until(async () => {
      await one.keep([chat.sid]);
      return (await two.ask(visitor('eva'))).agents === 0;
    }, 'she is signed out');
    assert.deepEqual((await one.serve(anna)).chats, [chat]);
  });

  contract('a session that is over gives its room to the next', async ([one, two]) => {
    await one.serve(anna);
    const { sid } = await one.ask(visitor('sam'));
    assert.deepEqual(await two.ask(visitor('eva')), { place: 1, agents: 1 });
    await two.over(sid);
    assert.equal(await one.find(sid), undefined);
    const next = await one.ask(visitor('eva'));
    assert.equal(next.agent, 'anna');
    assert.notEqual(next.sid, sid);
    assert.deepEqual((await one.serve(anna)).chats, [next]);
    assert.deepEqual(await one.ask(visitor('sam')), { place: 1, agents: 1 });
    await one.over(sid);
    await one.over('another');
  });

  contract(
    'a chat that nobody is in or asks for is over; one that somebody is in stays',
    async ([one, two]) => {
      await one.serve({ ...anna, takes: 2 });
      const left = await one.ask(visitor('left'));
      const stays = await one.ask(visitor('stays'));
      await until(async () => {
        await two.keep([stays.sid, 'of-nobody-here']);
        const { chats } = await one.serve({ ...anna, takes: 2 });
        return chats.every(({ sid }) => sid !== left.sid);
      }, 'it is over');
      assert.deepEqual((await one.serve(anna)).chats, [stays]);
      assert.equal(await one.find('of-nobody-here'), undefined);
    },
  );

  contract(
    'so many wait, and no more; who waits already is not turned away',
    async ([one, two]) => {
      for (let count = 1; count <= manners.queue; count += 1) await one.ask(visitor(`${count}`));
      assert.equal(await two.ask(visitor('late')), 'full');
      assert.equal((await two.ask(visitor('1'))).place, 1);
    },
  );

  contract('one address has so many, waiting or in chats, and no more', async ([one, two]) => {
    await one.serve({ ...anna, takes: 2 });
    const ofOne = (visit) => visitor(visit, { from: 'one address' });
    const first = await one.ask(ofOne('1'));
    await one.ask(ofOne('2'));
    assert.equal((await one.ask(ofOne('3'))).place, 1);
    assert.equal(await two.ask(ofOne('4')), 'too-many');
    assert.equal((await two.ask(visitor('another'))).place, 2);
    await one.over(first.sid);
    assert.equal((await two.ask(ofOne('4'))).place, 3);
    assert.equal(await two.ask(ofOne('5')), 'too-many');
    await until(async () => {
      await two.ask(ofOne('4'));
      return (await two.ask(ofOne('5'))) !== 'too-many';
    }, 'the third has lost the place');
  });
}
