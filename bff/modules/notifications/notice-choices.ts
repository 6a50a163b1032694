import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { memberIdOf, type MemberActor } from '../../actor.ts';
import { BY_WECHAT, KIND_OF_EVENT, NOTICE_KINDS_OF } from '../../contract/notice-choices/enums.ts';
import type { NoticeChoices } from '../../contract/notice-choices/replies.ts';
import type { ChooseNotice } from '../../contract/notice-choices/schemas.ts';
import type { InboxEvent } from '../../contract/notifications/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select, transaction } from '../../platform/db/database.ts';
import { flag } from '../../platform/db/rows.ts';
import type { MemberId } from '../../subject.ts';
import { NoticeChoice } from './choice-model.ts';

const waysRow = z.strictObject({ byMail: flag, byWechat: flag });

/** How a member wants to be told of an event, besides the inbox. */
export interface Ways {
  byMail: boolean;
  byWechat: boolean;
}

/** Who has chosen nothing is told in every way. */
export async function waysFor(
  { member, event }: { member: MemberId; event: InboxEvent },
  t: Transaction,
): Promise<Ways> {
  const kind = KIND_OF_EVENT[event];
  if (kind === null) return { byMail: true, byWechat: true };
  const [choice] = await select(
    waysRow,
    `SELECT by_mail AS byMail, by_wechat AS byWechat FROM notice_choices
      WHERE member_kind = ? AND member_id = ? AND kind = ?`,
    [member.kind, member.id, kind],
    t,
  );
  return { byMail: choice?.byMail !== 0, byWechat: choice?.byWechat !== 0 };
}

/** What the member has chosen, kind by kind. */
export async function listNoticeChoices(actor: MemberActor): Promise<NoticeChoices> {
  const { kind: memberKind, id: memberId } = memberIdOf(actor);
  const chosen = await NoticeChoice.findAll({ where: { memberKind, memberId } });
  return {
    items: NOTICE_KINDS_OF[memberKind].map((kind) => {
      const choice = chosen.find((one) => one.kind === kind);
      const byWechat = BY_WECHAT.includes(kind) ? (choice?.byWechat ?? true) : null;
      return { kind, byMail: choice?.byMail ?? true, byWechat };
    }),
  };
}

/** Chooses for one kind; the last choice counts. */
export async function chooseNotice({ actor, input }: { actor: MemberActor; input: ChooseNotice }): Promise<void> {
  const { kind: memberKind, id: memberId } = memberIdOf(actor);
  const { kind, ...ways } = input;
  const choice = { ...ways, chosenAt: clock.now() };
  const whose = { memberKind, memberId, kind };
  await transaction(async (t) => {
    // The unique key makes one of two taps; the last one is written.
    await NoticeChoice.bulkCreate([{ ...whose, ...choice }], { transaction: t, ignoreDuplicates: true });
    await NoticeChoice.update(choice, { where: whose, transaction: t });
  });
}
