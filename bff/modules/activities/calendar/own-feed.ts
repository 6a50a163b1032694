import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import type { CalendarFeed as Shown, MadeCalendarFeed } from '../../../contract/calendar/replies.ts';
import { toIso } from '../../../contract/dates.ts';
import { env } from '../../../env.ts';
import type { Events } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { hashToken, randomToken } from '../../../platform/crypto/tokens.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { expectLawyer } from '../policy.ts';
import { CalendarFeed } from './model.ts';

/** An address has so many random bits that nobody finds one by trying. */
const TOKEN_BITS = 128;

/** Whether a lawyer has a calendar to subscribe to. Throws `forbidden` for a firm. */
export async function showCalendarFeed({ actor }: { actor: MemberActor }): Promise<Shown> {
  const { accountId } = expectLawyer(actor);
  const feed = await CalendarFeed.findOne({ where: { accountId } });
  return { madeAt: toIso(feed?.madeAt ?? null), readAt: toIso(feed?.readAt ?? null) };
}

/** Makes the address, which is shown this once; an earlier one ends with it. Throws `forbidden` for a firm. */
export async function makeCalendarFeed({ actor }: { actor: MemberActor }): Promise<MadeCalendarFeed> {
  const { accountId } = expectLawyer(actor);
  const token = randomToken(TOKEN_BITS);
  const madeAt = clock.now();
  await transaction(async (t) => {
    await CalendarFeed.destroy({ where: { accountId }, transaction: t });
    await CalendarFeed.create({ accountId, tokenHash: hashToken(token), madeAt }, { transaction: t });
    await note({ actor, action: 'calendar-feed.made' }, t);
  });
  return { address: `${env.PUBLIC_URL}/api/calendars/${token}.ics`, madeAt: toIso(madeAt) };
}

/** Ends the address. Harmless where there is none. Throws `forbidden` for a firm. */
export async function revokeCalendarFeed({ actor }: { actor: MemberActor }): Promise<void> {
  const { accountId } = expectLawyer(actor);
  await transaction(async (t) => {
    const ended = await CalendarFeed.destroy({ where: { accountId }, transaction: t });
    if (ended > 0) await note({ actor, action: 'calendar-feed.revoked' }, t);
  });
}

async function note(
  { actor, action }: { actor: MemberActor; action: 'calendar-feed.made' | 'calendar-feed.revoked' },
  t: Transaction,
): Promise<void> {
  const target = { targetKind: 'account', targetId: actor.accountId, target: actor.name } as const;
  await writeAudit({ actor, action, ...target }, t);
}

/** Ends the address after a change of the password, because whoever knew the old password may have made it. */
export async function endCalendarFeed({ accountId }: Events['password.reset'], t: Transaction): Promise<void> {
  await CalendarFeed.destroy({ where: { accountId }, transaction: t });
}
