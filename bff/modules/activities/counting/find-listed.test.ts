import { expect, test } from '@jest/globals';
import '../../../models.ts';
import { findListed as schema } from '../../../contract/eligible-count/schemas.ts';
import { MAX_LISTED } from '../../../contract/eligibility/limits.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeLawyer } from '../../../test/factories/registry.ts';
import { findListed } from './find-listed.ts';

useDatabase();
const find = (lines: string[]) => findListed(schema.parse({ lines }));

test('finds lawyers by number, as it is pasted, each once, and says which lines are nobody’s', async () => {
  const [first, second] = [await makeLawyer(), await makeLawyer()];
  const spaced = ` ${second.licenceNo.slice(0, 5)} ${second.licenceNo.slice(5)} `;
  expect(await find([first.licenceNo, '', spaced, '00000000000000000', first.licenceNo, "1' OR 1=1"])).toEqual({
    lawyerIds: [first.id, second.id],
    missingLines: [4, 6],
  });
});

test('no list, and one that is too long, are refused', () => {
  expect(schema.safeParse({ lines: [] }).success).toBe(false);
  const long = schema.safeParse({ lines: Array.from({ length: MAX_LISTED + 1 }, () => '1') });
  expect(long.error?.issues[0]?.message).toBe('名单最多2000行');
});
