import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sha256Pure } from './sha256-pure.ts';

const expected = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('sha256Pure', () => {
  it('agrees with the FIPS 180-4 example', () => {
    expect(sha256Pure(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('agrees with Node at every length around the block borders', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = randomBytes(length);
      expect(sha256Pure(bytes)).toBe(expected(bytes));
    }
  });

  it('agrees with Node on a file of some megabytes', () => {
    const bytes = randomBytes(3_000_001);
    expect(sha256Pure(bytes)).toBe(expected(bytes));
  });
});
