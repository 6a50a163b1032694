/**
 * Process that fills a database with activities and those who sign up, and measures what the rush at the opening, the list of
 * what is open, the list of names at the door and the reminders of the day before cost. Argument: none.
 */
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import '../../../../bff/connections.ts';
import '../../../../bff/models.ts';
import type { LawyerActor, MemberActor } from '../../../../bff/actor.ts';
import { DAY_MS, HOUR_MS, startOfShanghaiDay, toShanghaiDate } from '../../../../bff/contract/dates.ts';
import { AppError } from '../../../../bff/errors.ts';
import { openDoor } from '../../../../bff/modules/activities/door/open-door.ts';
import { Activity, ActivityGroup, Registration } from '../../../../bff/modules/activities/model.ts';
import { remindRegistrations } from '../../../../bff/modules/activities/reminding/remind-registrations.ts';
import { writeRegistration } from '../../../../bff/modules/activities/seats/write-registration.ts';
import { listOpenActivities } from '../../../../bff/modules/activities/signing-up/list-open-activities.ts';
import { signUp } from '../../../../bff/modules/activities/signing-up/sign-up.ts';
import { listOwnApplications } from '../../../../bff/modules/certificates/applying/list-applications.ts';
import { installShippedTypes } from '../../../../bff/modules/certificates/types/install-types.ts';
import { judgeMembers } from '../../../../bff/modules/eligibility/judge-members.ts';
import { InboxEntry } from '../../../../bff/modules/notifications/model.ts';
import { clock, freezeClock, releaseClock } from '../../../../bff/platform/clock/clock.ts';
import { randomToken } from '../../../../bff/platform/crypto/tokens.ts';
import { database, select, transaction } from '../../../../bff/platform/db/database.ts';
import { migrate } from '../../../../bff/platform/db/migrate.ts';
import { tellOfWrite } from '../../../../bff/platform/db/models.ts';
import { kv } from '../../../../bff/platform/kv/kv.ts';
import { makeActivity } from '../../../../bff/test/factories/activities/activity.ts';
import { staffActor } from '../../../../bff/test/factories/registry.ts';
import { seedBulkCertificates } from '../../../seed/bulk/certificates.ts';
import { watchWrites } from '../watch-writes.ts';
import { seedBulkRegistry, type BulkLawyer } from '../../../seed/bulk/registry.ts';

/** What came of a crowd that signed up at once; everybody is in one of the numbers. */
export interface Rush {
  seated: number;
  waiting: number;
  /** Answered that there is no seat. */
  refused: number;
  seconds: number;
  cpuMs: number;
}

export interface ActivitiesReport {
  /** As the page sends it that was opened before the first seat was taken: a seat, or the answer that there is none. */
  rush: Rush;
  /** Everybody wants to wait where there is no seat. */
  queueing: Rush;
  /** CPU ms of one answer of 我的证明, its first page. */
  ownList: number[];
  /** For how long the row of an activity is locked by one who signs up, ms. */
  held: number[];
  /** CPU ms of one look at 正在报名, while what is open is kept. */
  open: number[];
  /** CPU ms of the first look after any of it was changed. */
  anew: number[];
  /** CPU ms of one prepared read of two hundred rows. */
  read: number[];
  shown: number;
  /** CPU ms of judging all of them once the lawyer's facts are read. */
  judged: number[];
  rosterKb: number;
  reminders: { told: number; seconds: number; cpuMs: number };
}

const [CROWD, SEATS, PEOPLE, OPEN] = [5_000, 300, 3_000, 200];
/** As many a member as a database of a million has. */
const CERTIFICATES = 10 * CROWD;
/** So many requests are under way at once, as a server takes them. */
const AT_ONCE = 50;
const KEY_BITS = 128;
const [ROUNDS, EACH] = [15, 20];
const CONDITIONS = [
  null,
  { atom: 'practice', minYears: 1 },
  { atom: 'category', in: ['practising'] },
  {
    all: [
      { atom: 'practice', minYears: 1 },
      { atom: 'discipline', is: 'none' },
    ],
  },
  {
    any: [
      { atom: 'practice', minYears: 60 },
      { atom: 'dues', settled: 'this' },
    ],
  },
] as const;

await database.open();
await migrate();
await installShippedTypes();
const registry = await seedBulkRegistry(CROWD);
const crowd = registry.lawyers;
await seedBulkCertificates(registry, CERTIFICATES, () => {});
const actorOf = ({ facts, accountId }: BulkLawyer): LawyerActor => ({
  kind: 'lawyer',
  lawyerId: facts.id,
  accountId,
  name: facts.name,
  address: '127.0.0.1',
});
const newKey = () => randomToken(KEY_BITS);

const report: ActivitiesReport = {
  ownList: await ownList(),
  rush: await rush({ waits: false }),
  queueing: await rush({ waits: true }),
  held: await held(),
  ...(await openList()),
  rosterKb: await roster(),
  reminders: await reminders(),
};
process.send?.(report);
await kv.close();
await database.close();
process.disconnect();

/** Everybody at once for three hundred seats. */
async function rush({ waits }: { waits: boolean }): Promise<Rush> {
  const { activity, groups } = await makeActivity({ capacity: SEATS });
  const groupId = groups[0]!.id;
  const left = [...crowd];
  let refused = 0;
  const [began, before] = [performance.now(), process.cpuUsage()];
  const worker = async () => {
    for (let lawyer = left.pop(); lawyer !== undefined; lawyer = left.pop()) {
      const input = { groupId, answers: {}, waits, idempotencyKey: newKey() };
      try {
        await signUp({ actor: actorOf(lawyer), activityId: activity.id, input });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'wrong_state') throw error;
        refused += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const cpuMs = cpuSince(before);
  const count = (state: 'registered' | 'waiting') => Registration.count({ where: { activityId: activity.id, state } });
  const [seated, waiting] = [await count('registered'), await count('waiting')];
  const seconds = (performance.now() - began) / 1_000;
  await Activity.update({ state: 'hidden' }, { where: { id: activity.id } });
  return { seated, waiting, refused, seconds, cpuMs };
}

/** First page of 我的证明, of members of all sizes. */
async function ownList(): Promise<number[]> {
  const applicants = await select(
    z.strictObject({ kind: z.enum(['firm', 'lawyer']), id: z.int() }),
    'SELECT applicant_kind AS kind, applicant_id AS id FROM applications WHERE id % 500 = 0',
    [],
  );
  const common = { accountId: 0, name: '', address: '127.0.0.1' };
  const members = applicants.map(({ kind, id }): MemberActor =>
    kind === 'firm' ? { kind, firmId: id, ...common } : { kind, lawyerId: id, ...common },
  );
  return inRounds(members.length, async () => {
    for (const member of members) await listOwnApplications(member, { order: 'newest' });
  });
}

/**
 * For how long a sign-up keeps others from the row: from the answer to its change to that to COMMIT, of three hundred one
 * after the other, so that nobody waits for anybody.
 */
async function held(): Promise<number[]> {
  const { activity, groups } = await makeActivity({ capacity: SEATS });
  const times: number[] = [];
  let takenAt = 0;
  const unwatch = watchWrites((sql) => {
    if (sql.startsWith('UPDATE activities SET taken')) takenAt = performance.now();
  });
  const watch = (sql: string) => {
    if (!sql.includes('COMMIT') || takenAt === 0) return;
    times.push(performance.now() - takenAt);
    takenAt = 0;
  };
  // Sequelize's own options, which its types leave out.
  const { options } = database.sequelize as unknown as { options: { benchmark: boolean; logging: unknown } };
  Object.assign(options, { benchmark: true, logging: watch });
  for (const lawyer of crowd.slice(0, SEATS)) {
    const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    await signUp({ actor: actorOf(lawyer), activityId: activity.id, input });
  }
  Object.assign(options, { benchmark: false, logging: false });
  unwatch();
  await Activity.update({ state: 'hidden' }, { where: { id: activity.id } });
  return times;
}

/** CPU ms of one of `count` in each of some rounds, after one that does not count. */
async function inRounds(count: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    await work();
    samples.push(cpuSince(before) / count);
  }
  return samples;
}

/** 正在报名 of one lawyer over two hundred open ones, of five kinds of conditions. */
async function openList(): Promise<Pick<ActivitiesReport, 'open' | 'anew' | 'read' | 'shown' | 'judged'>> {
  for (let n = 0; n < OPEN; n++) {
    const eligibility = CONDITIONS[n % CONDITIONS.length] ?? null;
    await makeActivity({ title: `讲座${n}`, eligibility: eligibility as never });
  }
  const actor = actorOf(crowd[0]!);
  const look = async () => (await listOpenActivities({ actor })).items.length;
  const lookAnew = () => {
    tellOfWrite('activities', {});
    return look();
  };
  const shown = await look();
  const open: number[] = [];
  const anew: number[] = [];
  const read: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    open.push(await cpuOfOne(look));
    anew.push(await cpuOfOne(lookAnew));
    read.push(await cpuOfOne(readRows));
  }
  const members = [{ kind: 'lawyer', id: actor.lawyerId }] as const;
  const all = await Activity.findAll({ where: { state: 'published' } });
  const groups = await ActivityGroup.findAll({ where: { activityId: all.map(({ id }) => id) } });
  const eligibilities = [...all, ...groups].map(({ eligibility }) => eligibility);
  const judges = await judgeMembers({ eligibilities, members: [...members], on: clock.today() });
  const judged = await inRounds(EACH, async () => {
    for (let n = 0; n < EACH; n++) for (const judge of judges) judge.fits(members[0]);
  });
  return { open, anew, read, shown, judged };
}

/** The yardstick of 正在报名: as many rows as there are, by one prepared statement. */
function readRows() {
  return select(
    z.looseObject({}),
    `SELECT id, title, kind, is_online, place, opens_at, closes_at, begins_at, ends_at, hours_tenths, capacity, taken,
      per_firm_max, eligibility FROM activities WHERE state = 'published' ORDER BY closes_at, id LIMIT 200`,
    [],
  );
}

async function cpuOfOne(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < EACH; n++) await work();
  return cpuSince(before) / EACH;
}

/** The list of names of three thousand, as it goes to a telephone. */
async function roster(): Promise<number> {
  const { activity, groups } = await makeActivity({ capacity: PEOPLE });
  await seatCrowd(activity, groups[0]!.id);
  const opened = await openDoor({ actor: staffActor('events'), activityId: activity.id, input: { entrance: '1号口' } });
  await Activity.update({ state: 'hidden' }, { where: { id: activity.id } });
  return gzipSync(JSON.stringify(opened)).length / 1_024;
}

/** The day before an activity of three thousand. */
async function reminders(): Promise<ActivitiesReport['reminders']> {
  const tomorrow = startOfShanghaiDay(toShanghaiDate(clock.now())) + 10 * DAY_MS + 14 * HOUR_MS;
  const { activity, groups } = await makeActivity({ capacity: PEOPLE, beginsAt: tomorrow, endsAt: tomorrow + HOUR_MS });
  await seatCrowd(activity, groups[0]!.id);
  freezeClock(tomorrow - 28 * HOUR_MS);
  const [began, before] = [performance.now(), process.cpuUsage()];
  await remindRegistrations();
  const [seconds, cpuMs] = [(performance.now() - began) / 1_000, cpuSince(before)];
  releaseClock();
  return { told: await InboxEntry.count({ where: { event: 'activity_reminder' } }), seconds, cpuMs };
}

/** Three thousand with seats, as if each had come by himself. */
async function seatCrowd(activity: Activity, groupId: number): Promise<void> {
  await transaction(async (t) => {
    for (const lawyer of crowd.slice(0, PEOPLE)) {
      const { lawyerId, accountId } = actorOf(lawyer);
      const of = { activity, groupId, lawyerId, firmId: null, accountId, state: 'registered' as const, feeFen: 0 };
      await writeRegistration({ ...of, answers: {}, reason: '', idempotencyKey: newKey(), contentHash: '' }, t);
    }
    await activity.update({ taken: PEOPLE }, { transaction: t });
  });
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
