import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { SELF } from '../../../contract/form-reading/fields.ts';
import { SENSITIVE_EDITION, type ConsentAnswer, type SensitiveSection } from '../../../contract/profile/consents.ts';
import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { changeCalls } from '../../../test/factories/profiles/profile-change-calls.ts';
import { profileCalls, profileOf, sectionOf } from '../../../test/factories/profiles/profile-calls.ts';
import { basicRows, handInPhoto, makeSubmitted } from '../../../test/factories/profiles/profile.ts';
import { setPhotos } from '../../../test/factories/photo.ts';
import { makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { SeparateConsent } from '../../privacy/separate-consent-model.ts';
import { ProfileSectionRow, ProfileSnapshot } from '../model.ts';
import { expectIntact } from '../submitting/freeze.ts';
import { wholeRows } from '../facts/stored.ts';

useDatabase();
const api = useApi();
const { own, save, decide } = profileCalls(api);
const { archive, rowsOf } = changeCalls(api);

const RELATIVE = [{ id: 'f1', values: { relation: 'spouse', name: '周若岚', work: 'employed', told: true } }];
let lawyerId: number;
let as: string;
beforeAll(async () => {
  await makeFirm();
});
beforeEach(async () => {
  await setPhotos({ assessedOn: '2026-11-01', assessment: '评估〔2026〕3号' });
  lawyerId = (await makeLawyer()).id;
  as = await memberToken({ lawyerId });
});

const answer = (section: SensitiveSection, said: ConsentAnswer, edition: string = SENSITIVE_EDITION) =>
  api.call(profiles.answerSensitiveConsent, { as, body: { section, answer: said, edition } as never });
const family = async () => sectionOf(await own(as), 'family');
const relatives = async (version = 0) => save(as, 'family', { version, rows: RELATIVE, saidNone: false });

describe('what is sensitive', () => {
  test('is taken only after a consent of its own, section by section', async () => {
    expect((await relatives()).status).toBe(422);
    expect((await family())?.consent).toBe('none');
    expect((await answer('family', 'agree', '2020-01-01')).status).toBe(422);
    expect((await answer('family', 'agree')).status).toBe(200);
    expect((await relatives()).status).toBe(200);
    // That of relatives is not that of the home.
    const home = { version: 0, rows: basicRows(), saidNone: false };
    expect((await save(as, 'basic', home)).status).toBe(422);
    const { homeRegion: _region, homeAddress: _address, ...others } = basicRows()[0]!.values;
    expect((await save(as, 'basic', { ...home, rows: [{ id: SELF, values: others }] })).status).toBe(200);
    expect(await SeparateConsent.count({ where: { kind: 'profile-family', withdrawnAt: null } })).toBe(1);
    expect(await AuditEntry.count({ where: { action: 'profile.consented', targetId: lawyerId } })).toBe(1);
  });

  test('nobody is asked for it before an impact assessment is on file, and nobody waits for that', async () => {
    await setPhotos({ assessedOn: '', assessment: '' });
    expect(await family()).toMatchObject({ consent: 'closed', isComplete: true, label: 'declined' });
    // What nobody is asked for is no progress either.
    expect((await own(as)).percent).toBe(0);
    expect((await answer('family', 'agree')).status).toBe(409);
    expect((await relatives()).status).toBe(422);
  });

  test('whoever refuses has filled it in; a reviewer reads that it was refused', async () => {
    expect(await family()).toMatchObject({ isComplete: false, label: 'empty' });
    await answer('family', 'refuse');
    const refused = await family();
    expect(refused).toMatchObject({ consent: 'refused', isComplete: true, label: 'declined' });
    expect(refused?.doubts['_']).toBe('本人不同意提供家庭成员信息，任职回避请另行核对');
  });

  test('taken back, it is gone from the draft, from what was submitted and from what is in force', async () => {
    const { id } = await makeSubmitted(lawyerId);
    expect((await answer('family', 'refuse')).status).toBe(409);
    await decide(await staffToken('registrar'), id);
    expect(rowsOf(await archive(as), 'family')).toHaveLength(1);
    expect((await answer('family', 'refuse')).status).toBe(200);
    expect(rowsOf(await archive(as), 'family')).toEqual([]);
    const draft = await ProfileSectionRow.findOne({ where: { lawyerId, section: 'family' }, rejectOnEmpty: true });
    expect([draft.data, draft.sealedData]).toEqual([[], null]);
    const { approvedSnapshotId } = await profileOf(lawyerId);
    const snapshot = await ProfileSnapshot.findByPk(approvedSnapshotId ?? 0, { rejectOnEmpty: true });
    expect(() => expectIntact(snapshot)).not.toThrow();
    expect(wholeRows(snapshot, 'family')).toEqual([]);
    // Control: the home address has a consent of its own, which stands.
    expect(wholeRows(snapshot, 'basic')[0]?.values).toMatchObject({ homeAddress: '梅园路12号3栋502室' });
  });

  test('what stood there before anybody asked may stay as it is, and not grow', async () => {
    await handInPhoto(lawyerId, 'face');
    await answer('family', 'agree');
    await relatives();
    await SeparateConsent.update({ edition: '2020-01-01' }, { where: { kind: 'profile-family' } });
    expect((await relatives(1)).status).toBe(200);
    const more = [...RELATIVE, { ...RELATIVE[0], id: 'f2' }];
    expect((await save(as, 'family', { version: 2, rows: more, saidNone: false })).status).toBe(422);
  });
});
