import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { certificateEndpoints, type CertificateTypeReply } from '../../../../contract/certificates/endpoints.ts';
import {
  typeEndpoints,
  type StaffTypeDetail,
  type StaffTypeRow,
} from '../../../../contract/certificate-types/endpoints.ts';
import type { FirmActor } from '../../../../actor.ts';
import { transaction } from '../../../../platform/db/database.ts';
import { memberToken, useApi } from '../../../../test/api.ts';
import {
  approve,
  certificateOf,
  content,
  issue,
  newKey,
  offerAgreed,
  publishAgreed,
  submit,
  typeData,
} from '../../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../../test/factories/registry.ts';
import { useOffice } from '../../../../test/office.ts';
import { staffToken } from '../../../../test/trouble/trouble.ts';
import { submitBulk } from '../../../bulk/submit-bulk.ts';
import type { Firm, Lawyer } from '../../../registry/model.ts';
import { previewWaiting } from '../../applying/preview-application.ts';
import { previewReplacement } from '../../ended/preview-replacement.ts';
import { Application, Certificate, type CertificateType } from '../../model.ts';
import { preCheck } from '../../pre-check/pre-check.ts';
import { createType } from '../create-type.ts';
import { currentWording } from '../find-type.ts';
import { editType } from '../../../../test/factories/edit-type.ts';
import { sealWording } from './seal-types.ts';

/** Types as an earlier version of the program saved them: witnessed by the log, and refused by the rules of today. */

useOffice();
const api = useApi();
const administrator = staffActor('administrator');
const SOUND = '{{subjects}}现在{{firm}}（执业许可证号：{{licenceNo}}）执业。';
const DENIES = '{{subjects}}未受到本会任何行业处分。';

let as: string;
let firm: Firm;
let lawyer: Lawyer;
let actor: FirmActor;
let type: CertificateType;
beforeAll(async () => {
  as = await staffToken('administrator');
});
beforeEach(async () => {
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
  actor = (await memberActor({ firmId: firm.id })) as FirmActor;
  const input = typeData({ lawyerScope: 'chosen', asks: ['lawyers'] });
  ({ type } = await createType({ actor: administrator, input }));
  await offerAgreed({ id: type.id, version: type.version });
  await publishAgreed(type.id, { body: SOUND, rosterTitle: '', basedOn: 1 });
  await type.reload();
});

const form = () => ({ type: type.code, since: undefined, lawyerIds: [lawyer.id] });
const ask = () => submit(actor, form());
/** The wording in force is another one, as the program of that day published it. */
async function saysInstead(body: string) {
  const wording = await currentWording(type.id);
  await wording.update({ body });
  await transaction((t) => sealWording({ type, wording }, t));
}
async function shownToStaff(): Promise<[string[], string[]]> {
  const rows = (await api.call(typeEndpoints.listTypesForStaff, { as })).json as unknown as StaffTypeRow[];
  const one = await api.call(typeEndpoints.showTypeForStaff, { as, params: { id: type.id } });
  return [rows.find(({ id }) => id === type.id)!.faults, (one.json as unknown as StaffTypeDetail).faults];
}
async function unmet() {
  const { json } = await api.call(certificateEndpoints.listTypes, { as: await memberToken({ firmId: firm.id }) });
  return (json as unknown as CertificateTypeReply[]).find(({ code }) => code === type.code)!.unmet;
}

describe.each<[string, () => Promise<void>, RegExp]>([
  ['denies 行业处分 and does not look at it', () => saysInstead(DENIES), /第1行.*不核查处分/],
  ['says that practice was never interrupted', () => saysInstead('{{subjects}}连续执业至今。'), /执业未中断/],
  ['has nobody named of whom it speaks', () => editType(type.code, { asks: [] }), /须勾选/],
])('a type that %s', (_what, become, words) => {
  test('is not applied for, in bulk neither, and no letter of it is made until it is mended; staff see which', async () => {
    const issued = await issue(actor, form());
    const pending = await makeFirm({ pendingChange: '更名' });
    const colleague = await makeLawyer({ firmId: pending.id });
    const owner = await memberActor({ firmId: pending.id });
    const waiting = await submit(owner, { ...form(), lawyerIds: [colleague.id] });
    expect([waiting.state, await unmet(), await shownToStaff()]).toEqual(['pending', [], [[], []]]);

    await become();
    const before = [await Application.count(), await Certificate.count()];
    expect(await unmet()).toEqual([expect.stringContaining('正由协会修改')]);
    const refused = { code: 'invalid_fields', fields: { type: expect.stringContaining('暂不可申请') as unknown } };
    await expect(ask()).rejects.toMatchObject(refused);
    await expect(preCheck({ actor, form: content(form()) })).rejects.toMatchObject(refused);
    const bulk = { actor, content: content(form()), idempotencyKey: newKey() };
    await expect(submitBulk(bulk)).rejects.toMatchObject({
      code: 'invalid_fields',
      fields: { type: expect.any(String) },
    });
    const unfit = { code: 'wrong_state', message: expect.stringContaining('不符合现行要求') as unknown };
    await expect(approve(waiting.id)).rejects.toMatchObject(unfit);
    await expect(previewWaiting({ actor: owner, id: waiting.id })).rejects.toMatchObject(unfit);
    const correction = { actor: staffActor('reviewer'), id: issued.applicationId, correction: {} };
    await expect(previewReplacement(correction)).rejects.toMatchObject(unfit);
    expect([await Application.count(), await Certificate.count()]).toEqual(before);
    for (const faults of await shownToStaff()) expect(faults).toEqual([expect.stringMatching(words)]);

    await editType(type.code, { asks: ['lawyers'] });
    const { version: basedOn, body } = await currentWording(type.id);
    if (body !== SOUND) await publishAgreed(type.id, { body: SOUND, rosterTitle: '', basedOn });
    expect([await unmet(), await shownToStaff()]).toEqual([[], [[], []]]);
    await approve(waiting.id);
    expect((await certificateOf(waiting.id)).letter.paragraphs.join()).toContain('现在');
    expect((await ask()).outcome).toBe('approved');
  });
});
