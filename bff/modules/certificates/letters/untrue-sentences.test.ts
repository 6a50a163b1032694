import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import type { ReviewRule } from '../../../contract/review/enums.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { approve, submit } from '../../../test/factories/certificate.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { pdfText } from '../../../test/pdf.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { findTypeFor, currentWording } from '../types/find-type.ts';
import { sampleFacts } from './sample-facts.ts';
import { untrueSentences } from './untrue-sentences.ts';
import { readSettings } from '../../settings/read-settings.ts';

useOffice();
const api = useApi();

/** The preview as the desk sees it, and how much of it is in the red of what is not so. */
async function previewOf(id: number) {
  const answer = await api.call(certificateEndpoints.showStaffPdf, {
    as: await staffToken('reviewer'),
    params: { id },
  });
  expect(answer.status).toBe(200);
  return { red: redIn(answer.bytes), text: pdfText(answer.bytes).replace(/\s/g, '') };
}

function redIn(pdf: Buffer): number {
  const args = ['-r', '60', '-singlefile', '-'];
  const file = execFileSync('pdftoppm', args, { input: pdf, maxBuffer: 64 << 20 });
  const pixels = file.subarray(/^P6\s+\d+\s+\d+\s+255\s/.exec(file.toString('latin1', 0, 64))?.[0].length);
  let red = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
    if (r > 150 && g < 110 && b < 110) red++;
  }
  return red;
}

test('what our register contradicts is marked in the preview, and says what it said', async () => {
  const firm = await makeFirm();
  await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
  const waits = await submit(await memberActor({ firmId: firm.id }));
  const { red, text } = await previewOf(waits.id);
  expect(red).toBeGreaterThan(50);
  expect(text).toContain('未受到本会任何行业处分');
  expect(text).toContain(firm.licenceNo);
  // A firm would read from a mark that one of its lawyers has a record: members see the letter as it is.
  const own = { as: await memberToken({ firmId: firm.id }), params: { id: waits.id } };
  const answer = await api.call(certificateEndpoints.previewWaiting, own);
  expect(redIn(answer.bytes)).toBe(0);
});

test('control: what only waits for somebody has nothing marked', async () => {
  const waits = await submit(await memberActor({ firmId: (await makeFirm({ pendingChange: '更名' })).id }));
  expect((await previewOf(waits.id)).red).toBe(0);
});

test('free text that flatly denies what is on record is marked like a letter of ours, and approved by nobody', async () => {
  const firm = await makeFirm();
  await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
  const actor = await memberActor({ firmId: firm.id });
  const asked = { type: 'firm-other', since: undefined } as const;
  const denies = await submit(actor, { ...asked, freeText: '该所办公场所为自有。该所未受到本会任何行业处分。' });
  const tells = await submit(actor, { ...asked, freeText: '该所2025年受到警告，此后未再受到行业处分。' });
  expect((await previewOf(denies.id)).red).toBeGreaterThan(50);
  expect((await previewOf(tells.id)).red).toBe(0);
  await expect(approve(denies.id)).rejects.toMatchObject({ code: 'wrong_state' });
  await approve(tells.id);
});

test('it is the sentence that states it, and no other', async () => {
  const firm = await makeFirm();
  const type = await findTypeFor(await memberActor({ firmId: firm.id }), 'firm-clean');
  const about = {
    wording: await currentWording(type.id),
    facts: sampleFacts(type, 'bare', '2026-11-22'),
    office: await readSettings(),
  };
  const said = (rule: ReviewRule, kind: 'firm' | 'lawyer' = 'firm') =>
    untrueSentences([{ rule, subject: { kind, id: 1, name: '' } }], about);
  expect(said('no_discipline')).toEqual([expect.stringMatching(/^自.+未受到本会任何行业处分。$/)]);
  expect(said('roster_counts')).toEqual([expect.stringMatching(/^截至此证明作出之日，共有执业律师\d+名。$/)]);
  expect(said('member_active')).toEqual([expect.stringContaining('是本会团体会员')]);
  expect(said('member_active', 'lawyer')).toEqual([]);
  expect(said('no_merger')).toEqual([]);
});

test.each([
  ['lawyer-clean', 'member_active', '执业律师'],
  ['lawyer-standing', 'member_active', '会员资格正常'],
  ['lawyer-appointment', 'appointment_current', '该律师。'],
  ['dues-paid', 'dues_settled', '无2026年度会员会费记录'],
  ['lawyer-assessment-open', 'assessment_open', '该律师已按规定提交年度律师执业年度考核材料'],
  ['lawyer-hours', 'hours_checked_in', '该律师参加本会组织的活动0次'],
] as const)('of a letter of %s, where nothing is on record too', async (code, rule, words) => {
  const lawyer = await makeLawyer({ firmId: (await makeFirm()).id });
  const type = await findTypeFor(await memberActor({ lawyerId: lawyer.id }), code);
  const sample = sampleFacts(type, 'bare', '2026-11-22');
  const records = sample.records && { ...sample.records, appointments: [], dues: [], assessments: [], hours: [] };
  const facts = { ...sample, firm: null, year: 2026, ...(records && { records }) };
  const about = { wording: await currentWording(type.id), facts, office: await readSettings() };
  const [first] = untrueSentences([{ rule, subject: { kind: 'lawyer', id: lawyer.id, name: '' } }], about);
  expect(first).toContain(words);
});
