import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../setup/processes.mjs';
import { demandsOf, documentOf, needless, packagesOf, unreviewed } from './licences.mjs';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const packages = packagesOf(lock);
const with_ = (name, license) =>
  packagesOf({
    packages: { ...lock.packages, [`node_modules/a/node_modules/${name}`]: { version: '1.0.0', license } },
  });

describe('licences of the packages', () => {
  test('every one that asks for more than a notice has been looked at, and nothing else is listed', () => {
    expect(unreviewed(packages)).toEqual([]);
    expect(needless(packages)).toEqual([]);
  });

  test('docs/licences.md says so', async () => {
    const path = join(root, 'docs/licences.md');
    const written = readFileSync(path, 'utf8');
    const formatted = await format(documentOf(packages, written), {
      ...(await resolveConfig(path)),
      parser: 'markdown',
    });
    expect(written).toBe(formatted);
  });

  test.each([
    ['new', 'AGPL-3.0-only'],
    ['new', 'GPL-2.0-or-later'],
    ['new', 'SSPL-1.0'],
    ['new', 'SEE LICENSE IN LICENSE.md'],
    ['new', undefined],
    ['new', { type: 'MIT' }],
    ['new', '(MIT AND GPL-3.0)'],
    ['new', '(GPL-2.0 OR AGPL-3.0)'],
    ['new', 'LGPL'],
    ['lightningcss-new', 'GPL-3.0'],
  ])('%s under %p is noticed', (name, license) => {
    expect(unreviewed(with_(name, license)).map((one) => one.name)).toEqual([name]);
  });

  test.each(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT'])('control: new under %p is in order', (license) => {
    expect(demandsOf(license)).toEqual([]);
    expect(unreviewed(with_('new', license))).toEqual([]);
  });
});
