import sharp from 'sharp';
import type { MemberActor } from '../../bff/actor.ts';
import { addDays, DAY_MS, HOUR_MS, shanghaiYear } from '../../bff/contract/dates.ts';
import type { ClaimHoursParsed, DecideHoursClaimParsed } from '../../bff/contract/external-hours/schemas.ts';
import type { HoursRequirement } from '../../bff/contract/hours-requirements/schemas.ts';
import { claimHours } from '../../bff/modules/external-hours/claim-hours.ts';
import { decideClaim } from '../../bff/modules/external-hours/decide-claim.ts';
import { HoursClaim } from '../../bff/modules/external-hours/model.ts';
import { withdrawClaim } from '../../bff/modules/external-hours/withdraw-claim.ts';
import { uploadFile } from '../../bff/modules/files/upload-file.ts';
import { readNewestSettings } from '../../bff/modules/settings/read-settings.ts';
import { updateSettings } from '../../bff/modules/settings/update-settings.ts';
import { clock, freezeClock, releaseClock } from '../../bff/platform/clock/clock.ts';
import { randomToken } from '../../bff/platform/crypto/tokens.ts';
import { memberOf, staffOf } from './demo-actors.ts';
import { CLEAN_LAWYER, TRANSFERRED_LAWYER } from './demo-data.ts';

type Decided = DecideHoursClaimParsed extends infer One ? (One extends unknown ? Omit<One, 'version'> : never) : never;
interface DemoClaim {
  login: string;
  course: Pick<ClaimHoursParsed, 'title' | 'organiser' | 'kind' | 'mode' | 'tenths'> & { note?: string };
  /** How many days ago it was held, and handed in. */
  heldAgo: number;
  sentAgo: number;
  /** What became of it; absent: it waits. */
  became?: Decided | 'withdrawn';
}

const KEY_BITS = 128;
const [clean, other] = [CLEAN_LAWYER.licenceNo, TRANSFERRED_LAWYER.licenceNo];
const construction = { title: '建设工程司法解释实务研修班', organiser: '南粤律师学院', kind: 'business' } as const;
const CLAIMS: readonly DemoClaim[] = [
  {
    login: clean,
    course: { ...construction, mode: 'onsite', tenths: 80, note: '全天参加，有签到和结业证书' },
    heldAgo: 9,
    sentAgo: 4,
  },
  // The same days and organiser once more, under another name: staff are told.
  {
    login: clean,
    course: { ...construction, title: '建设工程研修班', mode: 'onsite', tenths: 40 },
    heldAgo: 9,
    sentAgo: 1,
  },
  {
    login: clean,
    course: { title: '律师职业伦理网络课程', organiser: '江海大学法学院', kind: 'ethics', mode: 'online', tenths: 40 },
    heldAgo: 20,
    sentAgo: 15,
    became: { verdict: 'return', opinion: '证书上看不清学时，请补充课程表或主办单位出具的学时证明' },
  },
  {
    login: clean,
    course: { title: '企业数据合规论坛', organiser: '南粤法学会', kind: 'business', mode: 'onsite', tenths: 60 },
    heldAgo: 40,
    sentAgo: 36,
    became: { verdict: 'accept', tenths: 40, opinion: '证书载明4学时' },
  },
  {
    login: other,
    course: { title: '执业风险防范专题讲座', organiser: '海川市律师协会', kind: 'ethics', mode: 'onsite', tenths: 30 },
    heldAgo: 30,
    sentAgo: 28,
    became: { verdict: 'accept', tenths: 30, opinion: '' },
  },
  {
    login: other,
    course: { title: '律所品牌沙龙', organiser: '海川商会', kind: 'other', mode: 'onsite', tenths: 20 },
    heldAgo: 25,
    sentAgo: 22,
    became: { verdict: 'refuse', opinion: '不属于业务培训，没有学时证明' },
  },
  {
    login: other,
    course: { title: '涉外仲裁网络研讨会', organiser: '海川仲裁院', kind: 'business', mode: 'online', tenths: 20 },
    heldAgo: 12,
    sentAgo: 10,
    became: 'withdrawn',
  },
];

/** What this and the coming years ask for, of the shape that associations have. */
const REQUIREMENT: HoursRequirement = {
  from: shanghaiYear(clock.now()),
  total: 40,
  ethics: 12,
  ethicsOnsite: 4,
  business: 0,
  newlySince: '11-01',
  newlyPercent: 50,
  government: 24,
  company: 24,
  legalAid: null,
};

/** What a year asks for, and claims of hours of demo lawyers, one in every state, each brought there by the acts at the times at which it happened. */
export async function seedDemoHours(): Promise<void> {
  const now = clock.now();
  const settings = await readNewestSettings();
  await updateSettings({ actor: await staffOf('admin'), settings: { ...settings, hoursRequirements: [REQUIREMENT] } });
  try {
    for (const demo of CLAIMS) await makeOne(demo, now);
  } finally {
    releaseClock();
  }
}

async function makeOne({ login, course, heldAgo, sentAgo, became }: DemoClaim, now: number): Promise<void> {
  const actor = await memberOf(login);
  const on = addDays(clock.today(), -heldAgo);
  freezeClock(now - sentAgo * DAY_MS);
  const input = { note: '', ...course, beginsOn: on, endsOn: on };
  const attachments = [await uploadCertificate(actor, input)];
  const id = await claimHours({ actor, input: { ...input, attachments, idempotencyKey: randomToken(KEY_BITS) } });
  if (became === undefined) return releaseClock();
  freezeClock(now - sentAgo * DAY_MS + 20 * HOUR_MS);
  if (became === 'withdrawn') {
    await withdrawClaim({ actor, id });
  } else {
    const { version } = await HoursClaim.findByPk(id, { rejectOnEmpty: true });
    await decideClaim({
      actor: await staffOf('events'),
      id,
      decision: { ...became, version } as DecideHoursClaimParsed,
    });
  }
  releaseClock();
}

/** A drawn certificate: nobody's paper is in this repository. */
async function uploadCertificate(
  actor: MemberActor,
  { title, organiser, beginsOn }: { title: string; organiser: string; beginsOn: string },
): Promise<string> {
  const line = (y: number, size: number, words: string) =>
    `<text x="400" y="${y}" font-size="${size}" text-anchor="middle" font-family="Noto Serif SC, serif" fill="#333">${words}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="560">
    <rect width="800" height="560" fill="#fffdf6"/>
    <rect x="24" y="24" width="752" height="512" fill="none" stroke="#b08d3c" stroke-width="6"/>
    ${line(150, 56, '结业证书')}${line(250, 30, actor.name)}${line(310, 26, title)}
    ${line(430, 24, organiser)}${line(475, 22, beginsOn)}
  </svg>`;
  const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
  return (await uploadFile({ actor, name: '结业证书.png', bytes })).token;
}
