import { SELF, type Row } from '../../../bff/contract/form-reading/fields.ts';
import type { Values } from '../../../bff/contract/forms/language.ts';
import { SECTION_KEYS, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import type { SaveSectionParsed } from '../../../bff/contract/profile/schemas.ts';
import type { LawyerActor } from '../../../bff/actor.ts';
import { uploadFile } from '../../../bff/modules/files/upload-file.ts';
import { answerConsent } from '../../../bff/modules/profiles/consents/answer-consent.ts';
import { confirmBasic } from '../../../bff/modules/profiles/drafts/confirm-basic.ts';
import { showOwnProfile } from '../../../bff/modules/profiles/drafts/read-profile.ts';
import { saveSection } from '../../../bff/modules/profiles/drafts/save-section.ts';
import { Profile } from '../../../bff/modules/profiles/model.ts';
import { decideProfile } from '../../../bff/modules/profiles/review/decide-profile.ts';
import { openSection } from '../../../bff/modules/profiles/review/show-profile.ts';
import { submitProfile } from '../../../bff/modules/profiles/submitting/submit-profile.ts';
import { withdrawProfile } from '../../../bff/modules/profiles/submitting/withdraw-profile.ts';
import { memberOf, staffOf } from '../demo-actors.ts';
import {
  CLEAN_LAWYER,
  REJECTED_LAWYER,
  REOPENED_LAWYER,
  TRANSFERRED_LAWYER,
  WAITING_LAWYER,
  WITHDRAWN_LAWYER,
} from '../demo-data.ts';
import { drawLicencePage, drawPortrait } from '../demo-portrait.ts';

/** 信息补全 of demo lawyers, one in each state; everybody else has not begun. */

const PROFILES = [
  { login: TRANSFERRED_LAWYER.licenceNo, ends: 'filling' },
  { login: WITHDRAWN_LAWYER.licenceNo, ends: 'withdrawn' },
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

/** What some of them say besides: sensitive parts, with the consent of each, and a school abroad that nobody has certified. */
const ownRows = (login: string, token: string): Partial<Record<SectionKey, Row[]>> => {
  const common = rowsWith(token);
  switch (login) {
    case CLEAN_LAWYER.licenceNo:
      return { family: [relative({ name: '周若岚', employer: '江海市第一中学', position: '教师' })] };
    case WAITING_LAWYER.licenceNo: {
      const court = '江海市文华区人民法院';
      const judge = { inJudiciary: true, organ: court, organPost: '审判员' };
      return {
        education: [...(common.education ?? []), abroad(token)],
        family: [relative({ name: '江映雪', employer: court, position: '审判员', ...judge })],
      };
    }
    default:
      return {};
  }
};
const relative = (more: Values): Row => ({
  id: 'f1',
  values: { relation: 'spouse', birthYear: '1986', work: 'employed', told: true, ...more },
});
const abroad = (token: string): Row => ({
  id: 'e2',
  variant: 'overseas',
  values: {
    country: 'GB',
    startedOn: '2010-09-20',
    endedOn: '2011-11-01',
    schoolLatin: 'University College London',
    schoolName: '伦敦大学学院',
    major: '国际商法',
    level: '14',
    studyForm: 'full_time',
    degree: '3',
    degreeName: 'Master of Laws',
    files: [token],
  },
});

/** Fills them in; by the acts themselves, so that they are what members and staff would have made. */
export async function seedDemoProfiles(): Promise<void> {
  for (const { login, ends } of PROFILES) {
    const actor = await memberOf(login);
    if (actor.kind !== 'lawyer') throw new Error(`${login} is no lawyer`);
    await fill(actor, { login, isHalf: ends === 'filling' });
    if (ends === 'filling') continue;
    await submit(actor);
    if (ends === 'withdrawn') await withdrawProfile({ actor });
    else if (ends !== 'waiting') await decide(actor, ends === 'approved');
  }
  await openFamily();
}

/** A look of a reviewer at what is sensitive, which its member reads in 谁看过我的信息. */
async function openFamily(): Promise<void> {
  const actor = await memberOf(CLEAN_LAWYER.licenceNo);
  const lawyerId = actor.kind === 'lawyer' ? actor.lawyerId : 0;
  const { id } = await Profile.findOne({ where: { lawyerId }, rejectOnEmpty: true });
  await openSection({ actor: await staffOf('registrar'), id, section: 'family', reason: '核对亲属任职回避' });
}

async function fill(actor: LawyerActor, { login, isHalf }: { login: string; isHalf: boolean }): Promise<void> {
  const portrait = await drawPortrait({ wall: '#f4f4f2', coat: '#2b2b33', hair: '#2d211a', isLong: true });
  const page = await drawLicencePage(portrait, actor.name);
  const { token } = await uploadFile({ actor, name: '证明材料.jpg', bytes: page });
  const rows = { ...rowsWith(token), ...ownRows(login, token) };
  const userAgent = '演示数据';
  if (login === REJECTED_LAWYER.licenceNo) {
    await answerConsent({ actor, section: 'family', answer: 'refuse', userAgent });
  } else if (rows.family) await answerConsent({ actor, section: 'family', answer: 'agree', userAgent });
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
