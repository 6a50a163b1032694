import { expect, test } from '@jest/globals';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { forbidden, options } = createRequire(import.meta.url)('./depcruise.cjs') as {
  forbidden: (IForbiddenRuleType & { name: string })[];
  options: ICruiseOptions;
};
const FIXTURES = join(import.meta.dirname, 'depcruise-fixtures');
const broken = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'types-are-free')
  .map((entry) => entry.name);

/** Names of the rules that the tree in a fixture breaks. */
async function brokenIn(fixture: string): Promise<string[]> {
  const baseDir = join(FIXTURES, fixture);
  const folders = ['bff', 'miniapp', 'admin'].filter((folder) => existsSync(join(baseDir, folder)));
  const { tsConfig: _tsConfig, ...rest } = options;
  const { output } = await cruise(folders, { ...rest, baseDir, validate: true, ruleSet: { forbidden } });
  return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
}

test('every rule has its broken example', () => {
  expect(broken.sort()).toEqual(forbidden.map((rule) => rule.name).sort());
});

test.each(broken)('%s bites, and nothing else does', async (rule) => {
  expect(new Set(await brokenIn(rule))).toEqual(new Set([rule]));
});

test('types alone are free', async () => {
  expect(await brokenIn('types-are-free')).toEqual([]);
});
