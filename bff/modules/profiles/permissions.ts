import type { Call } from '../../test/api.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { fillProfile, lawyerActor, makeSubmitted, saveRows } from '../../test/factories/profiles/profile.ts';
import { makeLawyer, staffActor } from '../../test/factories/registry.ts';
import { PNG } from '../../test/files.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { answer, id, staff, type Row } from '../../test/permissions/row.ts';
import { SENSITIVE_EDITION } from '../../contract/profile/consents.ts';
import { Upload } from '../files/model.ts';
import { uploadFile } from '../files/upload-file.ts';
import { Profile, ProfileSectionRow, ProfileSnapshot } from './model.ts';
import { clock } from '../../platform/clock/clock.ts';
import { ProfileChange } from './change-model.ts';
import { changeColumns } from './facts/stored.ts';
import { decideProfile } from './review/decide-profile.ts';
import { submittedSections } from './submitting/changes.ts';

/** A lawyer has a profile, and sees it; a firm has none, and learns nothing of those of its lawyers. */
const lawyers = (status: number) => ({
  ...answer(status, 'lawyer', 'other lawyer'),
  ...answer(404, 'firm', 'other firm'),
});
const registrar = staff('registrar');

/** A profile that waits for its review, of a new lawyer. */
const waiting = async (): Promise<Profile> => makeSubmitted((await makeLawyer()).id);
const passing = async ({ snapshotId }: Profile) => {
  const snapshot = await ProfileSnapshot.findByPk(snapshotId ?? 0, { rejectOnEmpty: true });
  const decisions = submittedSections(snapshot).map((section) => ({ section, verdict: 'pass' as const, opinion: '' }));
  return { snapshotId: snapshot.id, decisions };
};

/** A file that the lawyer has put into 证明材料. */
async function fileOf(lawyerId: number): Promise<{ profile: number; file: string }> {
  const actor = await lawyerActor(lawyerId);
  const sent = await Upload.findOne({ where: { accountId: actor.accountId, ownerKind: 'profile' } });
  if (sent) return { profile: Number(sent.ownerId), file: sent.token };
  const { token } = await uploadFile({ actor, name: '执业证.png', bytes: PNG });
  await saveRows(actor, 'documents', [{ id: 'd', values: { kind: 'licence', files: [token] } }]);
  const profile = await Profile.findOne({ where: { lawyerId }, rejectOnEmpty: true });
  return { profile: profile.id, file: token };
}
const about = (make: (profile: Profile) => Promise<object> | object) => async (): Promise<Call> => {
  const profile = await waiting();
  return { ...id(profile.id), body: await make(profile) };
};

/** A change that waits; of an approved profile, which stays as it is. */
async function waitingChange(lawyerId: number): Promise<ProfileChange> {
  const known = await ProfileChange.findOne({ where: { lawyerId, openMark: 'open' } });
  if (known) return known;
  const columns = changeColumns(lawyerId, 'work', { base: [], wanted: [] });
  const decided = { openedAt: null, decidedAt: null, opinion: '', decidedById: null, decidedByName: '' };
  const at = { createdAt: clock.now(), changedAt: clock.now() };
  const mark = { state: 'waiting', openMark: 'open', version: 1, saidNone: true, doubts: 0 } as const;
  if (!(await Profile.findOne({ where: { lawyerId } }))) await fillProfile(await lawyerActor(lawyerId));
  return ProfileChange.create({ lawyerId, section: 'work', ...mark, ...columns, ...at, ...decided });
}
const aChange = async (): Promise<ProfileChange> => {
  const profile = await waiting();
  await decideProfile({ actor: staffActor('registrar'), id: profile.id, input: await passing(profile) });
  return waitingChange(profile.lawyerId);
};

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  showOwnProfile: { realm: 'member', passes: lawyers(200) },
  showProfileSummary: { realm: 'member', passes: lawyers(200) },
  saveSection: {
    realm: 'member',
    passes: lawyers(200),
    call: async () => {
      // Whoever calls has the version that was never saved.
      await ProfileSectionRow.update({ version: 0 }, { where: { section: 'work' } });
      const rows = [{ id: 'w', values: { employer: '江海市第一中学' } }];
      return { params: { section: 'work' }, body: { version: 0, rows, saidNone: false } };
    },
  },
  confirmBasic: {
    realm: 'member',
    passes: lawyers(409),
    call: async () => ({ body: { version: 999_999, confirmed: true } }),
  },
  submitProfile: {
    realm: 'member',
    passes: lawyers(422),
    call: async () => ({ body: { idempotencyKey: newKey() } }),
  },
  withdrawProfile: { realm: 'member', passes: lawyers(409) },
  listProfileViews: { realm: 'member', passes: lawyers(200) },
  showOwnProfileFile: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer', 'firm', 'other firm') },
    call: async ({ lawyer }: Cast) => ({ params: { file: (await fileOf(lawyer.id)).file } }),
  },
  listProfiles: { realm: 'staff', passes: registrar },
  listProfileRegions: { realm: 'staff', passes: registrar },
  passProfiles: {
    realm: 'staff',
    passes: registrar,
    call: async () => {
      const { id: profile, snapshotId } = await waiting();
      return { body: { items: [{ id: profile, snapshotId }] } };
    },
  },
  showArchive: { realm: 'member', passes: lawyers(200) },
  askProfileChange: {
    realm: 'member',
    passes: lawyers(409),
    call: async () => ({ params: { section: 'work' }, body: { version: 999_999, rows: [], saidNone: true } }),
  },
  withdrawProfileChange: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer', 'firm', 'other firm') },
    hasObject: true,
    call: async ({ lawyer }: Cast) => id((await waitingChange(lawyer.id)).id),
  },
  listProfileChanges: { realm: 'staff', passes: registrar },
  passProfileChanges: {
    realm: 'staff',
    passes: registrar,
    call: async () => {
      const { id: change, version } = await aChange();
      return { body: { items: [{ id: change, version }] } };
    },
  },
  showProfileChange: { realm: 'staff', passes: registrar, hasObject: true, call: async () => id((await aChange()).id) },
  openProfileChange: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => ({ ...id((await aChange()).id), body: { reason: '核对亲属任职回避情况' } }),
  },
  decideProfileChange: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => ({
      ...id((await aChange()).id),
      body: { version: 1, verdict: 'reject', opinion: '请上传毕业证书', resolved: {} },
    }),
  },
  showProfile: { realm: 'staff', passes: registrar, hasObject: true, call: async () => id((await waiting()).id) },
  meetAtProfile: { realm: 'staff', passes: registrar, hasObject: true, call: async () => id((await waiting()).id) },
  leaveProfile: { realm: 'staff', passes: registrar, hasObject: true, call: async () => id((await waiting()).id) },
  openProfileSection: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: about(() => ({ section: 'family', reason: '核对亲属任职回避情况' })),
  },
  decideProfile: { realm: 'staff', passes: registrar, hasObject: true, call: about(passing) },
  reopenProfile: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: about(async (profile) => {
      await decideProfile({ actor: staffActor('registrar'), id: profile.id, input: await passing(profile) });
      await profile.reload();
      return { version: profile.version, reason: '学历证书系他人的，请核对' };
    }),
  },
  // Nothing can be agreed to before an assessment is on file; not to agree always can be said.
  answerSensitiveConsent: {
    realm: 'member',
    passes: lawyers(200),
    call: async () => ({ body: { section: 'work', answer: 'refuse', edition: SENSITIVE_EDITION } }),
  },
  openProfileIdentity: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const { id: profile } = await waiting();
      const sent = await Upload.findOne({ where: { ownerKind: 'profile', ownerId: profile }, rejectOnEmpty: true });
      return { params: { id: profile, file: sent.token }, body: { reason: '核对证件号码' } };
    },
  },
  showProfileFile: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const { id: profile } = await waiting();
      const sent = await Upload.findOne({ where: { ownerKind: 'profile', ownerId: profile }, rejectOnEmpty: true });
      return { params: { id: profile, file: sent.token } };
    },
  },
};
