import { toIso, toShanghaiMinute } from '../../../contract/dates.ts';
import type { Handover } from '../../../contract/ticket-duty/replies.ts';
import { TICKET_STATES, ticketCategory } from '../../../contract/tickets/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { printHandoverSheet } from '../../../templates/handover/print-handover.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { answers, dutyOn, type Colleague } from '../duty/rules.ts';
import { NEVER } from '../rules.ts';
import { readOpenMatters, type OpenMatters } from './read-open-matters.ts';

/** What a member of staff has open, and who may take all of it. Throws `not_found`. */
export async function showHandover(accountId: number): Promise<Handover> {
  const matters = await readOpenMatters(accountId);
  const { person, tickets, leaves, team } = matters;
  return {
    person,
    tickets: tickets.map(({ id, number, category, title, askerName, state, queueDueAt }) => {
      const dueAt = queueDueAt === NEVER ? null : toIso(queueDueAt);
      return { id, number, category, title, askerName, state, dueAt };
    }),
    standsInFor: leaves.map((leave) => wordsOf(leave, team)),
    heirs: heirsOf(matters).map(({ id, name }) => ({ id, name })),
  };
}

/** Who is not on leave, answers tickets of every queue in question, and does not take a leave of their own. */
export function heirsOf({ person, tickets, leaves, team }: OpenMatters): Colleague[] {
  const today = clock.today();
  const takesAll = (one: Colleague) => tickets.every(({ role }) => answers(one, role));
  const isFree = (one: Colleague) =>
    dutyOn(one, today) !== 'leave' && leaves.every((leave) => leave.accountId !== one.id);
  return team.filter((one) => one.id !== person.id && isFree(one) && takesAll(one));
}

/** 陆明章（2026-12-21 至 2026-12-25） */
function wordsOf(
  { accountId, leaveFrom, leaveUntil }: OpenMatters['leaves'][number],
  team: readonly Colleague[],
): string {
  const name = team.find(({ id }) => id === accountId)?.name ?? '已离岗的同事';
  return `${name}（${leaveFrom ?? ''} 至 ${leaveUntil ?? ''}）`;
}

/** 交接单, to be signed on paper. Throws `not_found`. */
export async function printHandover(accountId: number): Promise<Buffer> {
  const { person, tickets, leaves, team } = await readOpenMatters(accountId);
  const { association } = await readSettings();
  const now = clock.now();
  const sheet = {
    association,
    from: person.name,
    at: toShanghaiMinute(now),
    tickets: tickets.map(({ number, category, title, askerName, state, queueDueAt }) => ({
      number,
      category: ticketCategory(category).label,
      title,
      asker: askerName,
      state: TICKET_STATES[state],
      dueAt: queueDueAt === NEVER ? '' : toShanghaiMinute(queueDueAt),
    })),
    standsInFor: leaves.map((leave) => wordsOf(leave, team)),
  };
  return printHandoverSheet(sheet, { creationTime: now });
}
