import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, isIn, masked, networks } from '../dist/address.js';

test('Addresses are masked for the log and counted by what one holder has', () => {
  const rows = [
    ['192.0.2.77', '192.0.2.0/24', '192.0.2.77'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0::/48', '2001:db8:0:0::/64'],
    ['::1', '0:0:0::/48', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0::/48', 'fe80:0:0:0::/64'],
    ['', 'unknown', ''],
  ];
  for (const [address, shown, one] of rows) {
    assert.deepEqual([masked(address), counted(address)], [shown, one], address);
  }
});

test('Networks hold what is in them, and no nonsense is taken for one', () => {
  const list = networks(['10.0.0.0/8', '192.0.2.7', 'fd00::/8']);
  const inside = ['10.9.8.7', '192.0.2.7', 'fd12::1', '::ffff:10.1.1.1'];
  for (const address of inside) assert.equal(isIn(list, address), true, address);
  const outside = ['11.0.0.1', '192.0.2.8', 'fe80::1', '', 'x'];
  for (const address of outside) assert.equal(isIn(list, address), false, address);
  for (const wrong of [
    '',
    'x',
    '10.0.0.0/33',
    '10.0.0.0/',
    'fd00::/129',
    '10.0.0/8',
    '10.0.0.0/-1',
  ]) {
    assert.throws(() => networks([wrong]), TypeError, wrong);
  }
});
