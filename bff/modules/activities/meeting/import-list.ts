import type { Transaction } from 'sequelize';
import { z } from 'zod';
import type { StaffActor } from '../../../actor.ts';
import type { MeetingImported } from '../../../contract/activity-meeting/replies.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { Activity } from '../model.ts';
import { inWords } from '../rules.ts';
import { MeetingLine } from '../presence/model.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { matchLine, type Seated } from './match-line.ts';
import { readList, type ReadLine } from './read-list.ts';
import { recountStays } from './recount-stays.ts';

/** As long as answers to a form that are more than members' own (activities.md, Amendments). */
const STRANGERS_KEPT_MS = 90 * DAY_MS;

const seatedRow = z.strictObject({
  registrationId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  phone: z.string(),
  firm: z.string(),
});

/**
 * Reads a meeting service's list of who was there into the presences of an online activity. The same list again, or a longer
 * one of the same meeting, adds what is new. Of whom a line cannot be told is left to staff. Throws `not_found`,
 * `wrong_state` in words, `invalid_fields` on `file`.
 */
export async function importList(asked: { actor: StaffActor; id: number; file: Buffer }): Promise<MeetingImported> {
  const { actor, id, file } = asked;
  const { meetingFormats } = await readSettings();
  const { service, lines } = await readList(file, meetingFormats);
  return transaction(async (t) => {
    const activity = await lockActivity(id, t);
    expectPossible(activity);
    const known = await knownHashes(id, t);
    const fresh = lines
      .map((line) => ({ line, lineHash: hashOf(line) }))
      .filter(({ lineHash }) => !known.has(lineHash));
    const seated = await readSeated(id, t);
    const rows = fresh.map(({ line, lineHash }) => {
      const { registrationId, way } = matchLine(line, seated);
      const { shownName, joinedAt, leftAt } = line;
      return { activityId: id, shownName, joinedAt, leftAt, lineHash, registrationId, way: way ?? ('' as const) };
    });
    const once = [...new Map(rows.map((row) => [row.lineHash, row])).values()];
    await MeetingLine.bulkCreate(once, { transaction: t });
    const told = new Set(
      once.flatMap(({ registrationId, way }) => (registrationId && way !== '' ? [registrationId] : [])),
    );
    for (const registrationId of told) await recountStays({ activity, registrationId, by: actor }, t);
    const runAt = activity.endsAt + STRANGERS_KEPT_MS;
    await enqueue('drop-strangers', { activityId: id }, { t, runAt, dedupeKey: `drop-strangers:${id}:${runAt}` });
    const doubtful = once.filter(({ way }) => way === '').length;
    const detail = `${service}名单：新增${once.length}行，待核实${doubtful}行`;
    const audited = {
      action: 'activity.meeting',
      targetKind: 'activity',
      targetId: id,
      target: activity.title,
    } as const;
    await writeAudit({ actor, ...audited, detail }, t);
    return { service, added: once.length, known: lines.length - once.length, doubtful };
  });
}

function expectPossible({ isOnline, state, beginsAt }: Activity): void {
  const refuse = (message: string) => new AppError('wrong_state', { message });
  if (!isOnline) throw refuse('只有线上活动可以导入会议名单');
  if (state !== 'published' && state !== 'hidden') throw refuse('活动未发布或已取消，不能导入会议名单');
  if (clock.now() < beginsAt) throw refuse(`${inWords(beginsAt)}起可以导入会议名单`);
}

const hashOf = ({ shownName, phone, joinedAt, leftAt }: ReadLine): string =>
  sha256(JSON.stringify([shownName, phone, joinedAt, leftAt]));

async function knownHashes(activityId: number, t: Transaction): Promise<ReadonlySet<string>> {
  const rows = await MeetingLine.findAll({ where: { activityId }, attributes: ['lineHash'], transaction: t });
  return new Set(rows.map(({ lineHash }) => lineHash));
}

const readSeated = (activityId: number, t: Transaction): Promise<Seated[]> =>
  select(
    seatedRow,
    `SELECT r.id AS registrationId, l.name, l.licence_no AS licenceNo, l.phone, COALESCE(f.name, '') AS firm
      FROM activity_registrations r JOIN lawyers l ON l.id = r.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id
      WHERE r.activity_id = ? AND r.state = 'registered' ORDER BY r.id`,
    [activityId],
    t,
  );
