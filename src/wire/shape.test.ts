import { expect } from '@open-wc/testing';
import {
  either,
  flag,
  list,
  maybe,
  none,
  number,
  oneOf,
  record,
  type Shape,
  text,
} from './shape.js';

const point = record({ x: number, y: number, name: maybe(text(5)) });

const fits: readonly [what: string, shape: Shape<unknown>, data: unknown, read?: unknown][] = [
  ['a short string', text(3), 'abc'],
  ['an empty string where nothing is asked', text(3), ''],
  ['a flag', flag, false],
  ['a number', number, 0],
  ['one of the values', oneOf('a', 1), 1],
  ['a list', list(flag, 2), [true, false]],
  ['an empty list', list(flag, 2), []],
  ['an object', point, { x: 1, y: 2, name: 'here' }],
  ['an object without what may be missing', point, { x: 1, y: 2 }],
  ['null where something may be missing', point, { x: 1, y: 2, name: null }, { x: 1, y: 2 }],
  ['more fields than are asked for', point, { x: 1, y: 2, z: {} }, { x: 1, y: 2 }],
  ['the second of two', either(flag, point), { x: 1, y: 2 }],
];

const misfits: readonly [what: string, shape: Shape<unknown>, data: unknown][] = [
  ['a long string', text(3), 'abcd'],
  ['a string that is too short', text(3, 1), ''],
  ['an object that could be a string', text(30), { toString: () => 'a' }],
  ['a number for a flag', flag, 1],
  ['a string for a number', number, '1'],
  ['another value', oneOf('a', 1), 'b'],
  ['a long list', list(flag, 2), [true, true, true]],
  ['a list with one wrong item', list(flag, 2), [true, 0]],
  ['what only looks like a list', list(flag, 2), { length: 0 }],
  ['a missing field', point, { x: 1 }],
  ['a wrong field that may be missing', point, { x: 1, y: 2, name: 'too long' }],
  ['fields that hide in __proto__', point, JSON.parse('{"__proto__":{"x":1,"y":2}}')],
  ['null for an object', point, null],
  ['undefined for an object', point, undefined],
  ['none of two', either(flag, point), 'x'],
];

describe('shapes', () => {
  for (const [what, shape, data, read = data] of fits) {
    it(`read ${what}`, () => {
      expect(shape(data)).to.deep.equal(read);
    });
  }

  for (const [what, shape, data] of misfits) {
    it(`refuse ${what}`, () => {
      expect(shape(data)).to.equal(none);
    });
  }

  it('keep no hold of what they read', () => {
    const data = { x: 1, y: 2 };
    expect(point(data)).not.to.equal(data);
  });
});
