import { UniqueConstraintError, type Transaction } from 'sequelize';
import { z } from 'zod';
import type { FirmActor, LawyerActor, MemberActor } from '../../../actor.ts';
import type { SignUpParsed } from '../../../contract/activities/schemas.ts';
import type { SignedUp } from '../../../contract/activities/replies.ts';
import { AppError } from '../../../errors.ts';
import { contentHashOf, submitOnce } from '../../../platform/db/submit-once.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { select } from '../../../platform/db/database.ts';
import { REGISTRATION_STATES } from '../../../contract/activities/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { expectLawyer } from '../policy.ts';
import { liveKeyOf } from '../seats/write-registration.ts';
import { enterLawyer } from './enter-lawyer.ts';
import { noteSignedUp } from './note-signed-up.ts';
import { refuseKnownFull } from './refuse-known-full.ts';

interface Asked {
  actor: MemberActor;
  activityId: number;
  input: SignUpParsed;
}

/**
 * Signs a lawyer up, or puts him on the waiting list where he wants it. Once for one key, and once for one lawyer: whoever
 * is signed up already is answered what he has. Throws `forbidden` (firm), and as `refuseKnownFull` and `enterLawyer`.
 */
export async function signUp({ actor, activityId, input }: Asked): Promise<SignedUp> {
  const lawyer = expectLawyer(actor);
  const { lawyerId, accountId } = lawyer;
  if (!input.waits) await refuseKnownFull({ ...input, activityId, lawyerId, accountId });
  return submit({ actor: lawyer, lawyerId, firm: null, activityId, input });
}

/**
 * The same for a lawyer of the firm, by the firm. One key serves for all whom it signs up at once. Throws as `enterLawyer`;
 * `not_found` for a lawyer who is none of its own.
 */
export function signUpLawyer(asked: {
  actor: FirmActor;
  activityId: number;
  lawyerId: number;
  input: Omit<SignUpParsed, 'answers'>;
}): Promise<SignedUp> {
  const { actor, activityId, lawyerId } = asked;
  const idempotencyKey = sha256(`${asked.input.idempotencyKey}:${lawyerId}`);
  const firm = { id: actor.firmId, name: actor.name };
  return submit({ actor, lawyerId, firm, activityId, input: { ...asked.input, answers: {}, idempotencyKey } });
}

async function submit(asked: {
  actor: LawyerActor | FirmActor;
  lawyerId: number;
  firm: { id: number; name: string } | null;
  activityId: number;
  input: SignUpParsed;
}): Promise<SignedUp> {
  const { actor, lawyerId, firm, activityId, input } = asked;
  const { accountId } = actor;
  const whose = { activityId, lawyerId };
  let made: SignedUp | undefined;
  const contentHash = contentHashOf({ activityId, ...input });
  const id = await orLive(
    whose,
    submitOnce({
      contentHash,
      conflict: '您刚才的报名已收到；如需修改，请先取消再重新报名',
      find: (t) => findByKey({ accountId, idempotencyKey: input.idempotencyKey }, t),
      submit: async (t) => {
        const live = await findLive(whose, t);
        if (live !== null) return live;
        // It may have become full while others were let in first.
        if (firm === null && !input.waits) await refuseKnownFull({ ...input, ...whose, accountId }, t);
        const entered = await enterLawyer({ ...whose, ...input, accountId, firm, contentHash }, t);
        await noteSignedUp({ actor, ...entered }, t);
        const { registration } = entered;
        made = { registrationId: registration.id, state: registration.state };
        return registration.id;
      },
    }),
  );
  if (made?.registrationId === id) return made;
  const [found] = await select(stateRow, 'SELECT state FROM activity_registrations WHERE id = ?', [id]);
  if (!found) throw new AppError('not_found');
  return { registrationId: id, state: found.state };
}

const stateRow = z.strictObject({ state: oneOf(REGISTRATION_STATES) });
const submittedRow = z.strictObject({ id: z.int(), contentHash: z.string() });

/** What was submitted with a key before. */
async function findByKey(of: { accountId: number; idempotencyKey: string }, t: Transaction | null) {
  const [earlier] = await select(
    submittedRow,
    `SELECT id, content_hash AS contentHash FROM activity_registrations
      WHERE account_id = ? AND idempotency_key = ?`,
    [of.accountId, of.idempotencyKey],
    t ?? undefined,
  );
  return earlier ?? null;
}

/** The twin of another page was faster: what the lawyer has now is the answer. */
async function orLive(whose: { activityId: number; lawyerId: number }, submitted: Promise<number>): Promise<number> {
  try {
    return await submitted;
  } catch (error) {
    const live = error instanceof UniqueConstraintError ? await findLive(whose) : null;
    if (live === null) throw error;
    return live;
  }
}

async function findLive(
  { activityId, lawyerId }: { activityId: number; lawyerId: number },
  t?: Transaction,
): Promise<number | null> {
  const [live] = await select(
    idRow,
    'SELECT id FROM activity_registrations WHERE live_key = ?',
    [liveKeyOf(activityId, lawyerId)],
    t,
  );
  return live?.id ?? null;
}
