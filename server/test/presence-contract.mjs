import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a message waits in these tests. */
export const patience = { within: 300, messages: 4, bytes: 200 };

/** A holder that notes what it is told; `until` gives that once it is so much, or when too long nothing came. */
class Witness {
  said = [];
  #changed = [];
  #late = false;

  opened = (waiting) => this.#note(['opened', ...waiting]);
  deliver = (message) => this.#note(message);
  replaced = () => this.#note('replaced');
  ended = (others) => this.#note(['ended', ...others.toSorted()]);

  async until(count) {
    const deadline = setTimeout(() => {
      this.#late = true;
      this.#tell();
    }, patience.within * 30);
    while (this.said.length < count && !this.#late) {
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

  contract('what nobody comes for expires once for all that was sent in one go', async ([one]) => {
    const s = new Witness();
    await one.claim(sam, s);
    for (const message of ['1', '2', '3']) await one.route(sam, 'anna', message);
    assert.deepEqual(await s.until(2), [['opened'], expired('anna')]);
    await one.route(sam, 'anna', '4');
    assert.deepEqual(await s.until(3), [['opened'], expired('anna'), expired('anna')]);
  });

  contract('what is sent a little later still expires in one go', async ([one]) => {
    const s = new Witness();
    await one.claim(sam, s);
    // On a busy machine a little may become long: that try does not count.
    let sent = 0;
    for (let took = Infinity; took > patience.within * 0.15;) {
      sent += 1;
      const since = performance.now();
      await one.route(sam, `anna-${sent}`, '1');
      await sleep(patience.within * 0.03);
      await one.route(sam, `anna-${sent}`, '2');
      took = performance.now() - since;
    }
    const isFor = (id) => (said) => said === expired(id);
    while (!s.said.some(isFor(`anna-${sent}`))) await s.until(s.said.length + 1);
    await one.route(sam, 'nobody', 'hello');
    while (!s.said.some(isFor('nobody'))) await s.until(s.said.length + 1);
    assert.equal(s.said.filter(isFor(`anna-${sent}`)).length, 1);
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
