import type { StaffActor } from '../../../actor.ts';
import type { TicketTerms } from '../../../contract/ticket-clocks/schemas.ts';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockSetting } from '../../settings/lock-setting.ts';
import { readSetting } from '../../settings/read-setting.ts';
import { forgetTerms, TICKET_TERMS, termsOf, type Terms } from './read-terms.ts';
import { reckonLater } from './reckon-later.ts';

/** The terms as the database has them now, for whoever is about to change them. */
export const showTerms = async (): Promise<Terms> => termsOf(await readSetting(TICKET_TERMS));

/**
 * Changes what the desk promises; clocks of open tickets follow by a job. Throws `changed_meanwhile` when somebody saved
 * since the terms were read.
 */
export async function setTerms({ actor, input }: { actor: StaffActor; input: TicketTerms }): Promise<void> {
  await transaction(async (t) => {
    const row = await lockSetting(TICKET_TERMS, t);
    const before = termsOf(row.value);
    if (before.version !== input.version) throw new AppError('changed_meanwhile');
    const detail = differences(before, input);
    if (detail === '') return;
    const value = JSON.stringify({ ...input, version: before.version + 1 } satisfies TicketTerms);
    await row.update({ value, updatedAt: clock.now() }, { transaction: t });
    const target = { action: 'settings.updated', targetKind: 'settings', targetId: 0, target: '工单时限' } as const;
    await writeAudit({ actor, ...target, detail }, t);
    await reckonLater('terms', t);
  });
  forgetTerms();
}

function differences(before: Terms, after: TicketTerms): string {
  const keys = Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[];
  const changed = keys.map((key) => [
    TICKET_CATEGORIES[key].label,
    minutesWords(before.categories[key]),
    minutesWords(after.categories[key]),
  ]);
  return [...changed, ['年度考核当日办结', daysWords(before.campaign), daysWords(after.campaign)]]
    .filter(([, from, to]) => from !== to)
    .map(([label, from, to]) => `${label}：${from}→${to}`)
    .join('；');
}

const minutesWords = ({ firstMinutes, doneMinutes }: Terms['categories'][TicketCategoryKey]) =>
  `答复${firstMinutes}分${doneMinutes === null ? '' : `、办结${doneMinutes}分`}`;
const daysWords = (campaign: Terms['campaign']) => (campaign ? `${campaign.from}至${campaign.to}` : '未开启');
