import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { NO_DATA } from '../../../contract/form-reading/fields.ts';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import type { DecideProfileChangeParsed } from '../../../contract/profile-changes/schemas.ts';
import { profileSection } from '../../../contract/profile/profile.ts';
import { env } from '../../../env.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofProfile } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import type { ProfileChange } from '../change-model.ts';
import { baseOf, wantedOf } from '../facts/stored.ts';
import type { Profile } from '../model.ts';
import { rebase } from '../rules/rebase.ts';
import { applySection } from './apply-section.ts';
import { judgeChanged, readInForce } from './in-force.ts';
import { loadChange } from './load-change.ts';
import { expectOpen } from './withdraw-change.ts';

interface Deciding {
  actor: StaffActor;
  id: number;
  input: DecideProfileChangeParsed;
}

/**
 * Puts a change into effect, on what is in force now: what nobody else changed as it is wanted, what both changed as the
 * reviewer says, one by one; or rejects it with an opinion. Throws `not_found`, `already_decided`, `wrong_state`,
 * `changed_meanwhile`, `invalid_fields`.
 */
export async function decideChange(deciding: Deciding): Promise<void> {
  const { actor, id, input } = deciding;
  await transaction(async (t) => {
    const { change, profile } = await loadChange(actor, id, t);
    expectOpen(change);
    if (change.version !== input.version) {
      throw new AppError('changed_meanwhile', { message: '会员刚修改过这份变更，请看过新的内容再审核' });
    }
    if (profile.state !== 'approved') throw new AppError('wrong_state', { message: '信息正在补全，变更已失效' });
    if (input.verdict === 'pass') await effect(deciding, { change, profile }, t);
    const isPassed = input.verdict === 'pass';
    const at = clock.now();
    await change.update(
      {
        state: isPassed ? 'effective' : 'rejected',
        openMark: null,
        decidedAt: at,
        changedAt: at,
        opinion: isPassed ? '' : input.opinion,
        decidedById: actor.accountId,
        decidedByName: actor.name,
      },
      { transaction: t },
    );
    const { label } = profileSection(change.section);
    if (!isPassed) {
      const line = { action: 'profile.change-rejected', targetKind: 'profile', targetId: profile.id } as const;
      await writeAudit({ actor, ...line, target: label, detail: input.opinion }, t);
    }
    await tellChanged(profile, isPassed ? `“${label}”的变更已生效` : `“${label}”的变更没有通过`, t);
  });
}

async function effect(
  { actor, input }: Deciding,
  { change, profile }: { change: ProfileChange; profile: Profile },
  t: Transaction,
): Promise<void> {
  const { section: key } = change;
  const inForce = await readInForce(profile, t);
  const present = (inForce.drafts[key] ?? NO_DATA).rows;
  const versions = { base: baseOf(change), present, wanted: wantedOf(change) };
  const { rows, conflicts } = rebase(versions, input.resolved);
  const open = conflicts.filter((at) => !Object.hasOwn(input.resolved, at));
  if (open.length > 0) {
    const fields = Object.fromEntries(open.map((at) => [`resolved.${at}`, '这一处两边都改过，请选择保留哪一份']));
    throw new AppError('invalid_fields', { message: `有${open.length}处冲突，请逐处选择`, fields });
  }
  const data = { rows, saidNone: change.saidNone && rows.length === 0 };
  const judged = judgeChanged(inForce, { key, data });
  if (Object.keys(judged.faults).length > 0) {
    throw new AppError('invalid_fields', { message: '合并后的内容有误，请驳回并请本人修改', fields: judged.faults });
  }
  await applySection({ actor, profile, inForce, key, data: judged.data, changeId: change.id }, t);
}

/** Tells the lawyer in the inbox alone, and never what was changed: the registered mailbox may belong to the firm. */
async function tellChanged({ id, lawyerId }: Profile, result: string, t: Transaction): Promise<void> {
  const event = 'profile_changed';
  const data = { applicant: '', result, url: `${env.PUBLIC_URL}/own-file` };
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  await tell({ member: { kind: 'lawyer', id: lawyerId }, event, words, subject: ofProfile(id), page: 'ownFile' }, t);
}
