import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { firstOverlap } from '../rules.ts';
import { appointmentRecords, type AppointmentData } from './appointment-records.ts';
import { createRecord } from './create-record.ts';
import { recordsOf } from './record-kind.ts';
import { updateRecord } from './update-record.ts';

export type Post = Omit<AppointmentData, 'remark'>;

const isSame = (a: Post, b: Post): boolean =>
  a.body === b.body && a.position === b.position && a.fromOn === b.fromOn && a.untilOn === b.untilOn;

/**
 * Takes a post that was approved elsewhere into the registry: once, or in place of what it `was` where that stands there
 * unchanged. What staff have registered otherwise stays: of the same post on the same days the registry is right.
 */
export async function adoptAppointment(
  adopted: { actor: StaffActor; lawyerId: number; post: Post; was: Post | null; remark: string },
  t: Transaction,
): Promise<void> {
  const { actor, lawyerId, post, was, remark } = adopted;
  const kind = appointmentRecords;
  const subject = { subjectKind: 'lawyer', subjectId: lawyerId } as const;
  const known = await recordsOf(kind, subject, t);
  if (known.some((one) => isSame(one, post))) return;
  const record = was && known.find((one) => isSame(one, was));
  const others = known.filter(({ id, body, position }) => {
    return id !== record?.id && body === post.body && position === post.position;
  });
  if (firstOverlap(post, others)) return;
  if (record) {
    const input = { ...post, remark: record.remark, version: record.version };
    await updateRecord({ actor, kind, id: record.id, input }, t);
  } else await createRecord({ actor, kind, input: { ...subject, ...post, remark } }, t);
}
