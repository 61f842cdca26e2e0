import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a message waits in these tests. */
export const patience = { within: 300, messages: 4, bytes: 200 };

/** A holder that notes what it is told; `until` gives that once it is enough, or when that takes too long. */
class Witness {
  said = [];
  #changed = [];
  #late = false;

  opened = (waiting) => this.#note(['opened', ...waiting]);
  deliver = (message) => this.#note(message);
  replaced = () => this.#note('replaced');
  ended = (others) => this.#note(['ended', ...others.toSorted()]);

  /** `enough`: so many things, or what is to be true of them. */
  async until(enough) {
    const isEnough = typeof enough === 'number' ? ({ length }) => length >= enough : enough;
    const deadline = setTimeout(() => {
      this.#late = true;
      this.#tell();
    }, patience.within * 30);
    while (!isEnough(this.said) && !this.#late) {
      await new Promise((resolve) => this.#changed.push(resolve));
    }
    clearTimeout(deadline);
    return this.said;
  }

  #note(what) {
    this.said.push(what);
    this.#tell();
  }

  #tell() {
    for (const resolve of this.#changed.splice(0)) resolve();
  }
}

const anna = { sid: 'chat', id: 'anna', party: 'agent' };
const sam = { sid: 'chat', id: 'sam', party: 'visitor' };
const expired = (src) => JSON.stringify({ type: 'EXPIRE', src });

/**
 * What any Presence has to do. `open` gives two nodes that know of each other, which may be one and the same.
 */
export function presenceContract(name, open) {
  const contract = (sentence, run) =>
    test(`${name}: ${sentence}`, async (t) => {
      const nodes = await open();
      t.after(() => Promise.all(nodes.map((node) => node.close())));
      await run(nodes);
    });

  contract('a place is its holder’s, and what is sent there reaches it', async ([one, two]) => {
    const [a, s] = [new Witness(), new Witness()];
    await one.claim(anna, a);
    await two.claim(sam, s);
    assert.equal(one.holds(anna), true);
    assert.equal(await two.route(sam, 'anna', 'hello'), 'delivered');
    assert.equal(await one.route(anna, 'sam', 'hello back'), 'delivered');
    assert.equal(await one.route(anna, 'anna', 'to myself'), 'delivered');
    assert.deepEqual(await a.until(3), [['opened'], 'hello', 'to myself']);
    assert.deepEqual(await s.until(2), [['opened'], 'hello back']);
  });

  contract('the last to claim a place has it, and the one before is told', async ([one, two]) => {
    const [old, next, s] = [new Witness(), new Witness(), new Witness()];
    await one.claim(anna, old);
    await two.claim(anna, next);
    assert.deepEqual(await old.until(2), [['opened'], 'replaced']);
    await one.leave(anna, old);
    await one.claim(sam, s);
    assert.equal(await one.route(sam, 'anna', 'hello'), 'delivered');
    assert.deepEqual(await next.until(2), [['opened'], 'hello']);
  });

  contract('nobody is reached from another session', async ([one, two]) => {
    const [a, eve] = [new Witness(), new Witness()];
    await one.claim(anna, a);
    await two.claim({ ...sam, sid: 'another' }, eve);
    assert.equal(await two.route({ ...sam, sid: 'another' }, 'anna', 'hello'), 'waiting');
    assert.deepEqual(await eve.until(2), [['opened'], expired('anna')]);
    assert.deepEqual(a.said, [['opened']]);
  });

  contract('the same id is another in another session', async ([one, two]) => {
    const [a, other] = [new Witness(), new Witness()];
    await one.claim(anna, a);
    await two.claim({ ...anna, sid: 'another' }, other);
    await one.route(anna, 'anna', 'mine');
    await two.route({ ...anna, sid: 'another' }, 'anna', 'also mine');
    assert.deepEqual(await a.until(2), [['opened'], 'mine']);
    assert.deepEqual(await other.until(2), [['opened'], 'also mine']);
  });

  contract('an id is not given to the other party while it is held', async ([one, two]) => {
    const a = new Witness();
    await one.claim(anna, a);
    const claim = two.claim({ ...anna, party: 'visitor' }, new Witness());
    await assert.rejects(claim, { word: 'ticket-wrong-party' });
    assert.deepEqual(a.said, [['opened']]);
  });

  contract(
    'what waits is given with the place, in order, and does not expire',
    async ([one, two]) => {
      const [a, s] = [new Witness(), new Witness()];
      await one.claim(sam, s);
      for (const message of ['1', '2', '3']) {
        assert.equal(await one.route(sam, 'anna', message), 'waiting');
      }
      await two.claim(anna, a);
      assert.deepEqual(await a.until(1), [['opened', '1', '2', '3']]);
      // A later one that does expire shows that the others have not.
      await one.route(sam, 'nobody', 'hello');
      assert.deepEqual(await s.until(2), [['opened'], expired('nobody')]);
      assert.equal(one.waiting + two.waiting, 0);
    },
  );

  contract('whenever a place is given, what is sent to it comes in order', async (nodes) => {
    const [one] = nodes;
    for (let times = 0; times < 20; times += 1) {
      // Each has a patience of its own.
      const [from, seat] = [sam, anna].map((who) => ({ ...who, id: `${who.id}-${times}` }));
      const sent = [];
      const say = () => sent.push(one.route(from, seat.id, `${sent.length + 1}`));
      const a = new Witness();
      const isIn = a.opened;
      a.opened = (waiting) => {
        isIn(waiting);
        say();
      };
      await one.claim(from, new Witness());
      say();
      const claimed = nodes[times % 2].claim(seat, a);
      say();
      say();
      await claimed;
      const said = await a.until((all) => all.flat().length >= 5);
      assert.deepEqual(said.flat(), ['opened', '1', '2', '3', '4']);
      await Promise.all(sent);
    }
  });

  contract('what nobody comes for expires once for all that was sent in one go', async ([one]) => {
    const s = new Witness();
    await one.claim(sam, s);
    for (const message of ['1', '2', '3']) await one.route(sam, 'anna', message);
    assert.deepEqual(await s.until(2), [['opened'], expired('anna')]);
    await one.route(sam, 'anna', '4');
    assert.deepEqual(await s.until(3), [['opened'], expired('anna'), expired('anna')]);
  });

  contract('what is sent a little later still expires in one go', async ([one]) => {
    // On a busy machine a little may become long: that try does not count.
    for (let tries = 1, took = Infinity; took > patience.within * 0.15; tries += 1) {
      const from = { ...sam, id: `sam-${tries}` };
      const s = new Witness();
      await one.claim(from, s);
      const since = performance.now();
      await one.route(from, 'anna', '1');
      await sleep(patience.within * 0.03);
      await one.route(from, 'anna', '2');
      took = performance.now() - since;
      await s.until(2);
      await one.route(from, 'nobody', 'hello');
      await s.until((said) => said.includes(expired('nobody')));
      if (took <= patience.within * 0.15) {
        assert.deepEqual(s.said, [['opened'], expired('anna'), expired('nobody')]);
      }
    }
  });

  contract('no more of one sender waits than it may', async ([one, two]) => {
    const a = new Witness();
    await one.claim(sam, new Witness());
    const ways = [];
    for (let sent = 0; sent < 6; sent += 1) ways.push(await one.route(sam, 'anna', `${sent}`));
    assert.deepEqual(ways, [...Array(4).fill('waiting'), 'dropped', 'dropped']);
    await two.claim(anna, a);
    assert.deepEqual(await a.until(1), [['opened', '0', '1', '2', '3']]);
    assert.equal(await one.route(sam, 'nobody', 'x'.repeat(201)), 'dropped');
  });

  contract('a session’s end is told to all in it, and lets nobody back in', async ([one, two]) => {
    const [a, s, other] = [new Witness(), new Witness(), new Witness()];
    await one.claim(anna, a);
    await two.claim(sam, s);
    await two.claim({ ...anna, sid: 'another' }, other);
    await one.endSession('chat');
    assert.deepEqual(await a.until(2), [['opened'], ['ended', 'sam']]);
    assert.deepEqual(await s.until(2), [['opened'], ['ended', 'anna']]);
    for (const node of [one, two]) {
      await assert.rejects(node.claim(anna, new Witness()), { word: 'session-ended' });
    }
    assert.equal(two.holds({ ...anna, sid: 'another' }) && other.said.length === 1, true);
  });
}
