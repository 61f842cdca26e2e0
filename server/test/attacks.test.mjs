import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { attacks } from './attacks.mjs';
import { startOurs, startStock } from './running.mjs';

const all = await attacks();
const rows = new Map(all.map(({ attack }) => [attack, {}]));

describe('Under attack', () => {
  let ours;
  let stock;
  before(async () => {
    [ours, stock] = await Promise.all([startOurs(), startStock()]);
  });
  after(async () => {
    await Promise.all([ours.stop(), stock.stop()]);
    print();
  });

  for (const { attack, run } of all) {
    test(`this server stands: ${attack}`, async () => {
      const { holds, saw } = await run(ours);
      rows.get(attack).ours = `${holds ? 'holds' : 'FAILS'}: ${saw}`;
      assert.ok(holds, saw);
    });
  }

  test('nothing of it has brought this server into trouble', async () => {
    const still = ours.join({ id: 'anna', token: 'junk', from: '127.200.1.1' });
    assert.deepEqual(await still.refused(), { code: 4401 });
    // Errors, as pino numbers them.
    const troubles = ours.lines.filter((line) => JSON.parse(line).level >= 50);
    assert.deepEqual(troubles, []);
  });

  // A guard that the stock server passes as well is none of ours.
  for (const { attack, run, stock: stands = false } of all) {
    test(`the stock server ${stands ? 'stands too' : 'does not stand'}: ${attack}`, async () => {
      const { holds, saw } = await run(stock);
      rows.get(attack).stock = `${holds ? 'holds' : 'fails'}: ${saw}`;
      assert.equal(holds, stands, saw);
    });
  }
});

function print() {
  const width = Math.max(...all.map(({ attack }) => attack.length));
  const wide = Math.max(...[...rows.values()].map(({ ours = '' }) => ours.length));
  console.log(`\n${'attack'.padEnd(width)}  ${'this server'.padEnd(wide)}  stock`);
  for (const [attack, { ours = 'not run', stock = 'not run' }] of rows) {
    console.log(`${attack.padEnd(width)}  ${ours.padEnd(wide)}  ${stock}`);
  }
}
