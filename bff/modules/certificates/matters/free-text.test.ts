import { expect, test } from '@jest/globals';
import { issue } from '../../../test/factories/certificate.ts';
import { firmWith, mattersOf } from '../../../test/factories/matters.ts';
import { makeDiscipline } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import type { Certificate } from '../model.ts';

/** What a letter says in the words of its applicant. */

useOffice();
const named = async (certificate: Certificate) =>
  (await mattersOf(certificate)).map(({ isPublic }) => (isPublic ? 'public' : 'staff'));
const decided = { decidedOn: '2025-03-04', effectiveFromOn: '2025-03-20' } as const;

test('a letter whose free text denies 行业处分 is named when there is one, and marked when there was', async () => {
  const { firm, actor } = await firmWith(1);
  const asked = { type: 'firm-other', since: undefined } as const;
  const denies = await issue(actor, { ...asked, freeText: '该所自2001年起未受到任何行业处分。' });
  const silent = await issue(actor, { ...asked, freeText: '该所参加了第12号公益法律服务项目。' });
  await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, ...decided });
  expect([await named(denies), await named(silent)]).toEqual([['public'], []]);
});

test('so is one that denies it of a lawyer whom it names, and of nobody else', async () => {
  const { lawyers, actor } = await firmWith(2);
  const [lawyer, other] = [lawyers[0]!, lawyers[1]!];
  const freeText = `${lawyer.name}（执业证号：${lawyer.licenceNo}）未受到任何行业处分。`;
  const certificate = await issue(actor, { type: 'firm-other', since: undefined, freeText });
  await makeDiscipline({ subjectKind: 'lawyer', subjectId: other.id, ...decided });
  expect(await named(certificate)).toEqual([]);
  await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyer.id, ...decided });
  expect(await named(certificate)).toEqual(['public']);
});
