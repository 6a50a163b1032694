import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { changeFirm, changeLawyer } from '../../../test/factories/changed-facts.ts';
import {
  approve,
  content,
  doubtsOf,
  issue,
  offerAgreed,
  submit,
  typeData,
} from '../../../test/factories/certificate.ts';
import { firmWith, mattersOf } from '../../../test/factories/matters.ts';
import { memberActor, staffActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { createType } from '../types/create-type.ts';
import { preCheck } from './pre-check.ts';

useOffice();
const daysAgo = (days: number) => addDays(clock.today(), -days);
const STATUS = { type: 'practice-status', since: '2024-01-01', hasConsent: true } as const;

/** A lawyer who has stopped practising twenty days ago; in no firm any more, or still on the books of one. */
async function suspended(isInFirm: boolean) {
  const { firm, lawyers } = await firmWith(1);
  const lawyer = lawyers[0]!;
  const left = isInFirm ? {} : { firmId: null };
  await changeLawyer(lawyer, { status: 'suspended', firmSinceOn: daysAgo(20), ...left });
  return { firm, lawyer, actor: await memberActor({ lawyerId: lawyer.id }) };
}

describe.each([
  ['still on the books of a firm', true],
  ['in no firm', false],
])('a lawyer who has stopped practising, %s', (_what, isInFirm) => {
  test('is told which letter is true, and gets it: it says how he or she stands', async () => {
    const { actor } = await suspended(isInFirm);
    const input = typeData({ audience: 'lawyer', lawyerScope: 'self' });
    const { type: own } = await createType({ actor: staffActor('administrator'), input });
    await offerAgreed({ id: own.id, version: own.version });
    for (const [type, since] of [
      ['lawyer-clean', '2024-01-01'],
      ['lawyer-membership', undefined],
      [own.code, undefined],
    ] as const) {
      const { reasons } = await preCheck({ actor, form: content({ type, since }) });
      const [first] = reasons.filter(({ rule }) => rule === 'member_active');
      expect(first).toMatchObject({ result: 'contradicted', words: expect.stringContaining('停止执业') as unknown });
      expect(first?.remedies).toMatchObject([{ kind: 'type', type: { code: 'practice-status' } }]);
      const application = await submit(actor, { type, since });
      await expect(approve(application.id)).rejects.toMatchObject({ code: 'wrong_state' });
    }
    const offered = await preCheck({ actor, form: content(STATUS) });
    expect(offered.reasons.map(({ rule, result }) => [rule, result])).toContainEqual(['member_active', 'doubtful']);
    const application = await submit(actor, STATUS);
    expect(doubtsOf(application)).toEqual(['member_active', 'manual_type']);
    const letter = (await issue(actor, STATUS)).letter.paragraphs.join('');
    expect(letter).toContain('该律师的登记状态为“停止执业”。');
    expect(letter).not.toContain('现为');
  });
});

describe('a letter that says how somebody stands', () => {
  test.each([
    [-5, ['public']],
    [0, ['staff']],
  ])('is named when he or she practises again, %d days from today', async (days, named) => {
    const { lawyer, actor } = await suspended(true);
    const certificate = await issue(actor, STATUS);
    await changeLawyer(lawyer, { status: 'active', firmSinceOn: addDays(clock.today(), days) });
    const matters = await mattersOf(certificate);
    expect(matters.map(({ isPublic }) => (isPublic ? 'public' : 'staff'))).toEqual(named);
  });

  test('a firm that works again', async () => {
    const { firm, actor } = await firmWith(1);
    await changeFirm(firm, { status: 'suspended' });
    const certificate = await issue(actor, STATUS);
    expect(certificate.letter.paragraphs.join('')).toContain('该所的登记状态为“停业”。');
    await changeFirm(firm, { status: 'active' });
    expect((await mattersOf(certificate)).map(({ isPublic }) => isPublic)).toEqual([false]);
  });
});
