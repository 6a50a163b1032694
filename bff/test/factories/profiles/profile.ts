import type { LawyerActor } from '../../../actor.ts';
import { SELF, type Row } from '../../../contract/form-reading/fields.ts';
import type { Values } from '../../../contract/forms/language.ts';
import type { PhotoWay } from '../../../contract/photos/enums.ts';
import { SENSITIVE_SECTIONS, type SensitiveSection } from '../../../contract/profile/consents.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import { uploadFile } from '../../../modules/files/upload-file.ts';
import { Photo } from '../../../modules/photos/model.ts';
import { confirmBasic } from '../../../modules/profiles/drafts/confirm-basic.ts';
import { agreeSeparately } from '../../../modules/privacy/separate-consents.ts';
import { saveSection } from '../../../modules/profiles/drafts/save-section.ts';
import { Profile, ProfileSectionRow } from '../../../modules/profiles/model.ts';
import { agreementTo } from '../../../modules/profiles/facts/consents.ts';
import { submitProfile } from '../../../modules/profiles/submitting/submit-profile.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ownPng } from '../../files.ts';
import { newKey } from '../certificate.ts';
import { memberActor } from '../registry.ts';

/** Profiles of lawyers, by the acts themselves. */

/** What a whole 基本信息 says. */
export const BASIC: Values = {
  verdict: 'right',
  ethnicity: '01',
  nativePlace: '440402',
  politicalStatus: ['13'],
  engagement: 'full_time',
  qualification: 'a',
  qualificationNo: 'A20091234567',
  qualifiedOn: '2009-03-01',
  practiceAreas: ['corporate', 'mergers', 'tax'],
  partner: 'none',
  mobile: '13800138000',
  email: 'lin@example.com',
  addressRegion: '440402',
  address: '书院街8号',
  homeRegion: '440402',
  homeAddress: '梅园路12号3栋502室',
};
export const basicRows = (more: Values = {}): Row[] => [{ id: SELF, values: { ...BASIC, ...more } }];

/** Rows of the other sections; those that are not here say 本人无此项. */
export const rowsWith = (token: string): Partial<Record<SectionKey, Row[]>> => ({
  education: [
    {
      id: 'e1',
      variant: 'domestic',
      values: {
        startedOn: '2002-09-01',
        endedOn: '2006-06-30',
        school: '江海大学',
        major: '法学',
        level: '21',
        studyForm: 'full_time',
        degree: '4',
        degreeField: 'law',
        degreeKind: 'academic',
        files: [token],
      },
    },
  ],
  work: [
    {
      id: 'w1',
      values: {
        fromOn: '2006-07-01',
        untilOn: 'present',
        employer: '江海港务集团有限公司',
        position: '法务专员',
        kind: 'state_owned',
      },
    },
  ],
  documents: [{ id: 'd1', values: { kind: 'licence', files: [token] } }],
  family: [
    {
      id: 'f1',
      values: { relation: 'spouse', name: '周若岚', work: 'employed', employer: '江海市第一中学', told: true },
    },
  ],
});
const SECTIONS: readonly SectionKey[] = [
  'education',
  'work',
  'appointments',
  'socialPosts',
  'politics',
  'awards',
  'publicService',
  'publications',
  'qualifications',
  'languages',
  'documents',
  'family',
];

export const lawyerActor = async (lawyerId: number): Promise<LawyerActor> => {
  const actor = await memberActor({ lawyerId });
  if (actor.kind !== 'lawyer') throw new Error('no lawyer');
  await agreeToAll(actor);
  return actor;
};

/** The separate consents to what is sensitive, as if an assessment were on file. */
async function agreeToAll(actor: LawyerActor): Promise<void> {
  const sections = Object.keys(SENSITIVE_SECTIONS) as SensitiveSection[];
  await transaction(async (t) => {
    for (const section of sections) {
      await agreeSeparately({ actor, agreement: agreementTo(section), userAgent: '' }, t);
    }
  });
}

/** Saves a section over whatever stands there. */
export async function saveRows(actor: LawyerActor, key: SectionKey, rows: readonly Row[]) {
  const stored = await ProfileSectionRow.findOne({ where: { lawyerId: actor.lawyerId, section: key } });
  const version = stored?.version ?? 0;
  const input = { version, rows: rows as never, saidNone: rows.length === 0 };
  return saveSection({ actor, key, input });
}

/** A photo that waits for staff: the row alone, its picture is another test's. */
export async function handInPhoto(lawyerId: number, way: PhotoWay = 'manual'): Promise<void> {
  const slot = `pending:${lawyerId}`;
  if (await Photo.findOne({ where: { slot } })) return;
  const nothing = { decidedAt: null, decidedBy: '', comparedWith: null, opinion: '', activatedAt: null };
  await Photo.create({
    ...nothing,
    lawyerId,
    state: 'pending',
    slot,
    way,
    storageKey: `photos/${lawyerId}`,
    thumbnailKey: `photos/${lawyerId}-small`,
    keySealed: '',
    hash: 'a'.repeat(64),
    figures: {} as Photo['figures'],
    findings: [],
    isInsistedOn: false,
    createdAt: clock.now(),
    referredAt: clock.now(),
    replacedAt: null,
    removedAt: null,
    version: 1,
  });
}

/** Fills every section; complete, and not confirmed. */
export async function fillProfile(actor: LawyerActor, more: { basic?: Values } = {}): Promise<void> {
  // Compared by hand it would be a finding.
  await handInPhoto(actor.lawyerId, 'face');
  const { token } = await uploadFile({ actor, name: '证书.png', bytes: ownPng() });
  await saveRows(actor, 'basic', basicRows(more.basic));
  const rows = rowsWith(token);
  for (const key of SECTIONS) await saveRows(actor, key, rows[key] ?? []);
}

export async function confirmProfile(actor: LawyerActor): Promise<void> {
  const where = { lawyerId: actor.lawyerId, section: 'basic' as const };
  const { version } = await ProfileSectionRow.findOne({ where, rejectOnEmpty: true });
  await confirmBasic({ actor, version });
}

/** A profile that waits for its review. */
export async function makeSubmitted(lawyerId: number, more: { basic?: Values } = {}): Promise<Profile> {
  const actor = await lawyerActor(lawyerId);
  await fillProfile(actor, more);
  await confirmProfile(actor);
  await submitProfile({ actor, idempotencyKey: newKey() });
  return Profile.findOne({ where: { lawyerId }, rejectOnEmpty: true });
}
