import { describe, expect, test } from '@jest/globals';
import { approve, certificateOf, content, issue, submit } from '../../../test/factories/certificate.ts';
import { firmWith } from '../../../test/factories/matters.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { preCheck } from '../pre-check/pre-check.ts';
import type { Application } from '../model.ts';

/** What a firm has its letter say of lawyers who are no subjects of it: decided on their records, whoever they are. */

useOffice();
const other = (freeText: string) => ({ type: 'firm-other', since: undefined, freeText }) as const;
const resultsOf = ({ findings }: Application) =>
  findings.flatMap(({ rule, result, subject }) =>
    rule === 'no_discipline' && result !== 'holds' ? [`${result} ${subject?.name}`] : [],
  );

describe('a denial about all lawyers of the firm', () => {
  test('is approved by nobody over the record of one of them, by whatever words', async () => {
    const { lawyers, actor } = await firmWith(3);
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyers[1]!.id });
    const form = content(other('该所律师未受到任何行业处分。'));
    const checked = await preCheck({ actor, form });
    expect(checked.reasons.map(({ rule }) => rule)).toContain('no_discipline');
    // What is against a colleague is not told to whoever applies.
    expect(JSON.stringify(checked.reasons)).not.toContain('警告');
    const application = await submit(actor, form);
    expect(resultsOf(application)).toEqual(['contradicted 律师2']);
    await expect(approve(application.id)).rejects.toMatchObject({ code: 'wrong_state' });
    await expect(certificateOf(application.id)).rejects.toThrow();
  });

  test('is approved where there is nothing, and one that came up meanwhile is seen', async () => {
    const { lawyers, actor } = await firmWith(2);
    const text = other('该所全体执业律师近三年无行业处分。');
    expect((await issue(actor, text)).letter.paragraphs.join('')).toContain('近三年无行业处分');
    const waiting = await submit(actor, text);
    expect(resultsOf(waiting)).toEqual([]);
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyers[0]!.id });
    await expect(approve(waiting.id)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await expect(approve(waiting.id)).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('a lawyer of another firm is no matter of it, unless called by number', async () => {
    const { actor } = await firmWith(1);
    const elsewhere = await makeLawyer({ firmId: (await makeFirm()).id, name: '秦越' });
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: elsewhere.id });
    expect(resultsOf(await submit(actor, other('该所律师未受到任何行业处分。')))).toEqual([]);
    const called = other(`秦越（执业证号：${elsewhere.licenceNo}）未受到任何行业处分。`);
    expect(resultsOf(await submit(actor, called))).toEqual(['contradicted 秦越']);
  });

  test('a branch is looked at by its own records', async () => {
    const { firm, actor } = await firmWith(1);
    const branch = await makeFirm({ name: `${firm.name}南京分所` });
    await makeDiscipline({ subjectKind: 'firm', subjectId: branch.id });
    expect(resultsOf(await submit(actor, other('该所及其分所未受到任何行业处分。')))).toEqual([
      `contradicted ${branch.name}`,
    ]);
    expect(resultsOf(await submit(actor, other('该所未受到任何行业处分。')))).toEqual([]);
  });
});

test('words of a purpose are read as well, though the association does not say them', async () => {
  const { lawyers, actor } = await firmWith(1);
  await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyers[0]!.id });
  const application = await submit(actor, { purpose: '证明本所律师未受到行业处分' });
  expect(resultsOf(application)).toEqual(['contradicted 律师1']);
  await expect(approve(application.id)).rejects.toMatchObject({ code: 'wrong_state' });
});

test('a lawyer who applies alone and speaks of the firm is decided by the record of the firm', async () => {
  const { firm, lawyers } = await firmWith(1);
  await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
  const actor = await memberActor({ lawyerId: lawyers[0]!.id });
  const application = await submit(actor, { type: 'lawyer-clean', purpose: '证明本所未受到行业处分' });
  expect(resultsOf(application)).toEqual([`contradicted ${firm.name}`]);
});
