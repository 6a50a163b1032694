import { expect, test } from '@jest/globals';
import { addDays } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { issue } from '../../../test/factories/certificate.ts';
import { firmWith, mattersOf } from '../../../test/factories/matters.ts';
import { makeDiscipline, makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
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

test('so is one that denies it of all lawyers of the firm, in the words of the firm', async () => {
  const { lawyers, actor } = await firmWith(2);
  const asked = { type: 'firm-other', since: undefined } as const;
  const denies = await issue(actor, { ...asked, freeText: '该所全体执业律师近三年无行业处分。' });
  const ofFirm = await issue(actor, { ...asked, freeText: '该所未受到任何行业处分。' });
  // Whether he or she is one of those, a person has to say.
  const ofSome = await issue(actor, { ...asked, freeText: '该所指派的律师未受到任何行业处分。' });
  const earlier = await issue(actor, { ...asked, freeText: '该所律师2024年度未受到行业处分。' });
  await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyers[1]!.id, ...decided });
  expect([await named(denies), await named(ofFirm)]).toEqual([['public'], []]);
  expect([await named(ofSome), await named(earlier)]).toEqual([['staff'], ['staff']]);
  const later = { decidedOn: clock.today(), effectiveFromOn: addDays(clock.today(), 9) };
  await makeDiscipline({
    subjectKind: 'lawyer',
    subjectId: lawyers[0]!.id,
    ...later,
    documentNo: '江律纪字〔2026〕第9号',
  });
  expect(await named(denies)).toEqual(['public', 'staff']);
});

test('letters that speak of a branch, of another member by number, or of the firm of a lawyer are named as well', async () => {
  const { firm, actor } = await firmWith(1);
  const branch = await makeFirm({ name: `${firm.name}南京分所` });
  const stranger = await makeLawyer({ firmId: (await makeFirm()).id, name: '秦越' });
  const asked = { type: 'firm-other', since: undefined } as const;
  const ofBranch = await issue(actor, { ...asked, freeText: '该所及其分所未受到任何行业处分。' });
  const ofOther = await issue(actor, {
    ...asked,
    freeText: `秦越（执业证号：${stranger.licenceNo}）未受到任何行业处分。`,
  });
  await makeDiscipline({ subjectKind: 'firm', subjectId: branch.id, ...decided });
  expect([await named(ofBranch), await named(ofOther)]).toEqual([['public'], []]);
  await makeDiscipline({ subjectKind: 'lawyer', subjectId: stranger.id, ...decided });
  expect([await named(ofBranch), await named(ofOther)]).toEqual([['public'], ['public']]);
});
