import { SELF, type Row } from '../../../bff/contract/form-reading/fields.ts';
import type { Values } from '../../../bff/contract/forms/language.ts';
import { SECTION_KEYS, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import type { SaveSectionParsed } from '../../../bff/contract/profile/schemas.ts';
import type { LawyerActor } from '../../../bff/actor.ts';
import { uploadFile } from '../../../bff/modules/files/upload-file.ts';
import { confirmBasic } from '../../../bff/modules/profiles/drafts/confirm-basic.ts';
import { showOwnProfile } from '../../../bff/modules/profiles/drafts/read-profile.ts';
import { saveSection } from '../../../bff/modules/profiles/drafts/save-section.ts';
import { Profile } from '../../../bff/modules/profiles/model.ts';
import { decideProfile } from '../../../bff/modules/profiles/review/decide-profile.ts';
import { submitProfile } from '../../../bff/modules/profiles/submitting/submit-profile.ts';
import { memberOf, staffOf } from '../demo-actors.ts';
import { CLEAN_LAWYER, REJECTED_LAWYER, REOPENED_LAWYER, TRANSFERRED_LAWYER, WAITING_LAWYER } from '../demo-data.ts';
import { drawLicencePage, drawPortrait } from '../demo-portrait.ts';

/** 信息补全 of demo lawyers, one in each state; everybody else has not begun. */

const PROFILES = [
  { login: TRANSFERRED_LAWYER.licenceNo, ends: 'filling' },
  { login: WAITING_LAWYER.licenceNo, ends: 'waiting' },
  { login: REJECTED_LAWYER.licenceNo, ends: 'rejected' },
  { login: CLEAN_LAWYER.licenceNo, ends: 'approved' },
  { login: REOPENED_LAWYER.licenceNo, ends: 'approved' },
] as const;

const BASIC: Values = {
  verdict: 'right',
  ethnicity: '01',
  nativePlace: '440402',
  birthPlace: '440402',
  politicalStatus: ['01'],
  title: '3',
  startedWorkOn: '2008-07',
  engagement: 'full_time',
  qualification: 'a',
  qualificationNo: 'A20094404021234',
  qualifiedOn: '2009-03-01',
  practiceAreas: ['corporate', 'mergers', 'tax'],
  strengths: '公司股权、并购重组与税务筹划',
  partner: 'none',
  addressRegion: '440402',
  address: '书院街78号6层',
};

/** What the lists say; one that is not here says 本人无此项. */
const rowsWith = (token: string): Partial<Record<SectionKey, Row[]>> => ({
  education: [
    {
      id: 'e1',
      variant: 'domestic',
      values: {
        startedOn: '2004-09-01',
        endedOn: '2008-06-30',
        school: '江海大学',
        college: '法学院',
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
        fromOn: '2008-07-01',
        untilOn: '2010-12-31',
        employer: '江海港务集团有限公司',
        department: '法务部',
        position: '法务专员',
        kind: 'state_owned',
      },
    },
  ],
  socialPosts: [
    {
      id: 's1',
      values: {
        organisation: '江海仲裁委员会',
        position: '仲裁员',
        kind: 'arbitrator',
        level: 'city',
        fromOn: '2019-03-01',
        untilOn: 'present',
      },
    },
  ],
  languages: [{ id: 'l1', values: { language: 'eng', level: '2', worksIn: true } }],
  documents: [{ id: 'd1', values: { kind: 'licence', files: [token] } }],
  party: [
    {
      id: SELF,
      values: {
        joinedOn: '2007-06-20',
        fullOn: '2008-06-20',
        branch: '江海清鸣律师事务所党支部',
        branchKind: 'firm',
        relationAt: '江海市律师行业党委',
        post: 'none',
      },
    },
  ],
});

/** Fills them in; by the acts themselves, so that they are what members and staff would have made. */
export async function seedDemoProfiles(): Promise<void> {
  for (const { login, ends } of PROFILES) {
    const actor = await memberOf(login);
    if (actor.kind !== 'lawyer') throw new Error(`${login} is no lawyer`);
    await fill(actor, ends === 'filling');
    if (ends === 'filling') continue;
    await submit(actor);
    if (ends !== 'waiting') await decide(actor, ends === 'approved');
  }
}

async function fill(actor: LawyerActor, isHalf: boolean): Promise<void> {
  const portrait = await drawPortrait({ wall: '#f4f4f2', coat: '#2b2b33', hair: '#2d211a', isLong: true });
  const page = await drawLicencePage(portrait, actor.name);
  const { token } = await uploadFile({ actor, name: '证明材料.jpg', bytes: page });
  const rows = rowsWith(token);
  // With the contacts of the registry, as a member finds them.
  const { sections } = await showOwnProfile({ actor });
  const known = sections.find(({ key }) => key === 'basic')?.rows[0]?.values ?? {};
  await save(actor, 'basic', [{ id: SELF, values: { ...known, ...BASIC } as Values }]);
  const others = SECTION_KEYS.filter((key) => key !== 'basic');
  for (const key of isHalf ? others.slice(0, 5) : others) await save(actor, key, rows[key] ?? []);
}

async function save(actor: LawyerActor, key: SectionKey, rows: readonly Row[]): Promise<void> {
  const { sections } = await showOwnProfile({ actor });
  const version = sections.find((one) => one.key === key)?.version ?? 0;
  const input = { version, rows, saidNone: rows.length === 0 } as SaveSectionParsed;
  await saveSection({ actor, key, input });
}

async function submit(actor: LawyerActor): Promise<void> {
  const { sections } = await showOwnProfile({ actor });
  const version = sections.find(({ key }) => key === 'basic')?.version ?? 0;
  await confirmBasic({ actor, version });
  await submitProfile({ actor, idempotencyKey: `demo-profile-${actor.lawyerId}`.padEnd(20, '0') });
}

async function decide({ lawyerId }: LawyerActor, isApproved: boolean): Promise<void> {
  const { id, snapshotId } = await Profile.findOne({ where: { lawyerId }, rejectOnEmpty: true });
  const decisions = SECTION_KEYS.map((section) =>
    isApproved || section !== 'work'
      ? { section, verdict: 'pass' as const, opinion: '' }
      : {
          section,
          verdict: 'reject' as const,
          opinion: '2010年12月之后至取得执业证之前没有记录，请补充这段时间的经历',
        },
  );
  await decideProfile({ actor: await staffOf('registrar'), id, input: { snapshotId: snapshotId ?? 0, decisions } });
}
