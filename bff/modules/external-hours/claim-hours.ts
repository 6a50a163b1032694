import type { Transaction } from 'sequelize';
import type { LawyerActor, MemberActor } from '../../actor.ts';
import { CLAIM_STATES } from '../../contract/external-hours/enums.ts';
import { MAX_OPEN_CLAIMS } from '../../contract/external-hours/limits.ts';
import type { ClaimHoursParsed } from '../../contract/external-hours/schemas.ts';
import { comparedWords } from '../../contract/plain-characters.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { contentHashOf, submitOnce } from '../../platform/db/submit-once.ts';
import { ofHoursClaim } from '../../subject.ts';
import { bindFiles } from '../files/bind-files.ts';
import { lockForWriting } from '../registry/facts/lock-subjects.ts';
import { readSettings } from '../settings/read-settings.ts';
import { HoursClaim } from './model.ts';
import { noteClaim } from './note-claim.ts';
import { expectLawyer } from './policy.ts';
import { judgeClaim } from './rules.ts';

/**
 * Hands in hours that a lawyer earned elsewhere, once for one key. Locks: lawyer → claim. Throws `forbidden` (firm),
 * `invalid_fields`, `duplicate` while the same course is claimed already, `wrong_state` where too much waits.
 */
export async function claimHours({ actor, input }: { actor: MemberActor; input: ClaimHoursParsed }): Promise<number> {
  const lawyer = expectLawyer(actor);
  const { idempotencyKey, attachments, ...course } = input;
  const contentHash = contentHashOf(input);
  const where = { accountId: lawyer.accountId, idempotencyKey };
  return submitOnce({
    contentHash,
    conflict: '您刚才的申报已收到；如需修改，请先撤回再重新申报',
    find: (t) => HoursClaim.findOne({ where, ...(t && { transaction: t }) }),
    submit: async (t, again) => {
      await lockForWriting({ firmIds: [], lawyerIds: [lawyer.lawyerId] }, t);
      const twin = await again();
      if (twin !== null) return twin;
      await expectSound(course, t);
      await expectRoom(lawyer, t);
      const liveKey = liveKeyOf({ lawyerId: lawyer.lawyerId, ...course });
      await expectNew({ liveKey, ownId: null }, t);
      const at = clock.now();
      const { lawyerId, accountId } = lawyer;
      const kept = { lawyerId, accountId, ...course, liveKey, idempotencyKey, contentHash };
      const claim = await HoursClaim.create(
        { ...kept, state: 'waiting', submittedAt: at, createdAt: at, version: 1 },
        { transaction: t },
      );
      await bindFiles({ accountId, owner: ofHoursClaim(claim.id), tokens: attachments }, t);
      await noteClaim({ actor, claim, event: 'submitted' }, t);
      return claim.id;
    },
  });
}

type Course = Pick<HoursClaim, 'title' | 'organiser' | 'beginsOn' | 'endsOn' | 'tenths'>;

/** Throws `invalid_fields` for what today's date and the office's limit forbid. */
export async function expectSound(course: Course, t: Transaction): Promise<void> {
  const { dailyHours } = await readSettings(t);
  const fields = judgeClaim(course, { today: clock.today(), dailyHours });
  if (Object.keys(fields).length > 0) throw new AppError('invalid_fields', { fields });
}

/** By which a course is known to be the same: whose, what, by whom and when, whatever width and case it is written in. */
export const liveKeyOf = (course: Omit<Course, 'tenths'> & { lawyerId: number }): string => {
  const { lawyerId, title, organiser, beginsOn, endsOn } = course;
  return sha256(JSON.stringify([lawyerId, comparedWords(title), comparedWords(organiser), beginsOn, endsOn]));
};

/** Throws `duplicate` while the same course stands in another claim. The lawyer is locked. */
export async function expectNew(
  { liveKey, ownId }: { liveKey: string; ownId: number | null },
  t: Transaction,
): Promise<void> {
  const live = await HoursClaim.findOne({ where: { liveKey }, transaction: t });
  if (!live || live.id === ownId) return;
  throw new AppError('duplicate', {
    message: `您已申报过这一课程（${CLAIM_STATES[live.state]}），请在原申报中查看，不用重复申报`,
    fields: { title: '同一主办单位、同样日期的这一课程已申报过' },
  });
}

async function expectRoom({ lawyerId }: LawyerActor, t: Transaction): Promise<void> {
  const open = await HoursClaim.count({ where: { lawyerId, state: ['waiting', 'returned'] }, transaction: t });
  if (open < MAX_OPEN_CLAIMS) return;
  throw new AppError('wrong_state', {
    message: `您有${open}份申报尚未办结，最多同时${MAX_OPEN_CLAIMS}份，请等待审核或撤回不需要的`,
  });
}
