import { describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../../env.ts';
import { keyFromFile, subkey } from './data-key.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { decrypt, encrypt } from './encryption.ts';
import { keyedIndex } from './keyed-index.ts';
import { hashToken, randomToken } from './tokens.ts';

describe('passwords', () => {
  test('the right one is accepted, any other is not, and a hash never repeats', async () => {
    const stored = await hashPassword('律师Pass-2026', 'test');
    expect(stored).toMatch(/^scrypt1\$15\$8\$1\$/);
    expect(await verifyPassword('律师Pass-2026', stored, 'test')).toBe(true);
    expect(await verifyPassword('律师Pass-2027', stored, 'test')).toBe(false);
    expect(await verifyPassword('', stored, 'test')).toBe(false);
    expect(await hashPassword('律师Pass-2026', 'test')).not.toBe(stored);
  });

  test('full-width and half-width spelling are one password', async () => {
    expect(await verifyPassword('Abc123!x', await hashPassword('Ａｂｃ１２３！ｘ', 'test'), 'test')).toBe(true);
  });

  test('a hash with another cost is verified by its own cost', async () => {
    const cheaper = 'scrypt1$14$8$1$AAAAAAAAAAAAAAAAAAAAAA$';
    expect(await verifyPassword('x', `${cheaper}${'A'.repeat(43)}`, 'test')).toBe(false);
    expect(await verifyPassword('x', 'not a hash', 'test')).toBe(false);
  });

  test('an account that does not exist takes as long as a wrong password', async () => {
    const stored = await hashPassword('x', 'test');
    const time = async (hash: string | undefined) => {
      const before = process.cpuUsage();
      await verifyPassword('y', hash, 'test');
      return process.cpuUsage(before).user;
    };
    await time(stored);
    // CPU time, and a wide margin: without the dummy derivation it would be hundreds of times less.
    expect(await time(undefined)).toBeGreaterThan((await time(stored)) / 5);
  });
});

describe('tokens', () => {
  test('have the bits asked for, never repeat, and are stored as a hash', () => {
    const token = randomToken(256);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(new Set(Array.from({ length: 100 }, () => randomToken(128))).size).toBe(100);
    expect(hashToken(token)).toHaveLength(43);
    expect(hashToken(token)).toBe(hashToken(token));
    expect(hashToken(token)).not.toContain(token);
  });

  test('a guessable length is refused', () => {
    expect(() => randomToken(64)).toThrow(RangeError);
    expect(() => randomToken(129)).toThrow(RangeError);
  });
});

describe('encrypted values', () => {
  const context = 'lawyers.id_number:12';

  test('open with the same context only', () => {
    const encrypted = encrypt('11010519491231002X', context);
    expect(encrypted).not.toContain('1101');
    expect(decrypt(encrypted, context)).toBe('11010519491231002X');
    expect(() => decrypt(encrypted, 'lawyers.id_number:13')).toThrow();
    expect(encrypt('11010519491231002X', context)).not.toBe(encrypted);
    expect(decrypt(encrypt('', context), context)).toBe('');
  });

  test('a change of any byte is noticed', () => {
    const bytes = Buffer.from(encrypt('secret', context), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => decrypt(changed.toString('base64url'), context)).toThrow();
    }
    expect(() => decrypt('', context)).toThrow('not an encrypted value');
    expect(() => decrypt(bytes.subarray(0, 20).toString('base64url'), context)).toThrow('not an encrypted value');
  });

  test('can be found by a keyed index, apart for each field', () => {
    expect(keyedIndex('id_number', 'x')).toBe(keyedIndex('id_number', 'x'));
    expect(keyedIndex('id_number', 'x')).not.toBe(keyedIndex('phone', 'x'));
    expect(keyedIndex('id_number', 'x')).toHaveLength(43);
  });
});

describe('the data key', () => {
  test('is made once, for its owner only, and read back', () => {
    const folder = join(mkdtempSync(join(env.DATA_DIR, 'keys-')), 'keys');
    const key = keyFromFile(folder);
    expect(key).toHaveLength(32);
    expect(keyFromFile(folder)).toEqual(key);
    const file = join(folder, 'data.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    keyFromFile(folder);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toEqual(key);
  });

  test('is never made anew over one that is damaged', () => {
    const folder = mkdtempSync(join(env.DATA_DIR, 'keys-'));
    writeFileSync(join(folder, 'data.key'), 'short\n');
    expect(() => keyFromFile(folder)).toThrow('damaged');
  });

  test('gives another key for each purpose', () => {
    expect(subkey('a').equals(subkey('a'))).toBe(true);
    expect(subkey('a').equals(subkey('b'))).toBe(false);
  });
});
