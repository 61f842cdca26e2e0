import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cluster, figure, negotiate } from './cluster.mjs';
import { noRedis } from './redis.mjs';

const agent = { id: 'anna', party: 'agent' };
const visitor = { id: 'sam', party: 'visitor' };

test(
  'Agent and visitor on different nodes exchange all that a call needs, in order',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes } = await cluster(t);
    const took = [];
    for (let times = 0; times < 30; times += 1) {
      const sid = `chat-${times}`;
      const anna = await (await nodes[times % 3].enter({ ...agent, sid })).opened();
      const sam = await (
        await nodes[(times + 1 + (times % 2)) % 3].enter({ ...visitor, sid })
      ).opened();
      const since = performance.now();
      const call = { from: 'sam', to: 'anna', connectionId: `mc_${times}` };
      assert.equal(await negotiate(sam, anna, call), true);
      took.push(performance.now() - since);
      anna.drop();
      sam.drop();
    }
    figure('offer, answer and 20 candidates each way across nodes, ms', took);
  },
);

test(
  'Who calls before the far side is there is heard once it is, on whichever node',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes } = await cluster(t, 2);
    for (let times = 0; times < 10; times += 1) {
      const sid = `chat-${times}`;
      const sam = await (await nodes[0].enter({ ...visitor, sid })).opened();
      const connectionId = `mc_${times}`;
      sam.offer('anna', connectionId);
      // Its place is being given while these are on their way.
      const coming = nodes[1].enter({ ...agent, sid });
      for (let candidate = 0; candidate < 20; candidate += 1) {
        sam.send({ type: 'CANDIDATE', dst: 'anna', payload: { connectionId, candidate } });
        if (candidate === 10) await coming;
      }
      const anna = await coming;
      await anna.until(({ heard }) => heard.length >= 22);
      assert.deepEqual(anna.types, ['OPEN', 'OFFER', ...Array(20).fill('CANDIDATE')]);
      assert.deepEqual(
        anna.heard.slice(2).map(({ payload }) => payload.candidate),
        Array.from({ length: 20 }, (_, index) => index),
      );
      assert.deepEqual(sam.types, ['OPEN']);
    }
  },
);

test(
  'Who comes again on another node gets OPEN, and the old socket is told before it is closed',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes } = await cluster(t);
    const took = [];
    let former = await (await nodes[0].enter(agent)).opened();
    for (let times = 1; times <= 100; times += 1) {
      const next = await nodes[times % 3].enter(agent);
      const since = performance.now();
      await next.opened();
      took.push(performance.now() - since);
      await former.closed();
      assert.deepEqual([former.types, former.word], [['OPEN', 'ERROR'], 'replaced']);
      assert.deepEqual(former.shut, { code: 4409 });
      former = next;
    }
    assert.equal(await former.echo('anna'), true);
    figure('OPEN on another node, ms after it was asked for', took);
  },
);

test(
  'A node that is killed takes nobody’s id with it: its clients register elsewhere',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes } = await cluster(t);
    const [dying, ...others] = nodes;
    const pairs = [];
    for (let index = 0; index < 30; index += 1) {
      const sid = `chat-${index}`;
      const anna = await (await dying.enter({ ...agent, sid })).opened();
      const sam = await (await others[index % 2].enter({ ...visitor, sid })).opened();
      pairs.push({ sid, anna, sam });
    }
    const since = performance.now();
    await dying.stop();
    // What is said to them meanwhile waits for them.
    for (const { sam } of pairs) sam.offer('anna', 'dc_meanwhile');
    const took = [];
    await Promise.all(
      pairs.map(async ({ anna, sam, sid }, index) => {
        await anna.closed();
        const back = await (await others[(index + 1) % 2].enter({ ...agent, sid })).opened();
        took.push(performance.now() - since);
        assert.equal((await back.message('OFFER')).payload.connectionId, 'dc_meanwhile');
        const call = { from: 'anna', to: 'sam', connectionId: 'mc_after' };
        assert.equal(await negotiate(back, sam, call), true);
        assert.deepEqual(sam.shut, undefined);
      }),
    );
    figure(
      'the same id is in on another node, ms after SIGKILL of its own (goal: worst ≤ 2000)',
      took,
    );
  },
);

test(
  'A node that is frozen and comes back gives up what others have meanwhile',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes } = await cluster(t, 2);
    const old = await (await nodes[0].enter(agent)).opened();
    nodes[0].signal('SIGSTOP');
    const anna = await (await nodes[1].enter(agent)).opened();
    assert.equal(old.shut, undefined);
    nodes[0].signal('SIGCONT');
    await old.closed();
    assert.deepEqual([old.types, old.shut], [['OPEN', 'ERROR'], { code: 4409 }]);
    assert.equal(await anna.echo('anna'), true);
  },
);

test(
  'With the same Redis, another session’s clients still cannot be addressed',
  {
    skip: noRedis,
  },
  async (t) => {
    const { nodes } = await cluster(t, 2, { VISAVIS_WAITING_SECONDS: '1' });
    const anna = await (await nodes[0].enter({ ...agent, sid: 'chat' })).opened();
    const eve = await (await nodes[1].enter({ ...visitor, id: 'eve', sid: 'another' })).opened();
    eve.offer('anna');
    assert.equal((await eve.message('EXPIRE')).src, 'anna');
    assert.equal(await anna.echo('anna'), true);
    assert.deepEqual(anna.types, ['OPEN', 'CANDIDATE']);
  },
);
