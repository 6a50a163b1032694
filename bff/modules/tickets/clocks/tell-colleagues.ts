import type { Transaction } from 'sequelize';
import type { EscalationTo } from '../../../contract/ticket-clocks/enums.ts';
import { env } from '../../../env.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { listColleagues, type Colleague } from '../../accounts/list-colleagues.ts';
import { sendLater } from '../../outbox/send-later.ts';
import { readTeam } from '../duty/read-team.ts';
import { dutyOn, standInOf, type Colleague as OnDuty } from '../duty/rules.ts';
import type { Ticket } from '../model.ts';
import { momentWords } from './promise-words.ts';

/** A clock of a ticket that has come so far, for whoever is told at that. */
export interface Step {
  ticket: Pick<Ticket, 'number' | 'role' | 'assigneeId'>;
  to: EscalationTo;
  /** 0: it came just now, from somebody who cannot sign in. */
  percent: number;
  /** 首次答复, 办结. */
  which: string;
  dueAt: number;
}

/** Longer lists are read in the queue. */
const MAX_LINES = 40;

/**
 * Mails those who are to be told, one mail a person whatever its number of tickets: numbers and times alone, never what
 * they are about. Instead of somebody on leave the stand-in is told. Where the assignee cannot be told, or nobody has taken
 * the ticket, everybody of the role is told; where nobody has the role, administrators are.
 */
export async function tellColleagues(steps: readonly Step[], t: Transaction): Promise<void> {
  if (steps.length === 0) return;
  const colleagues = await listColleagues(t);
  const team = await readTeam(t);
  const linesOf = new Map<Colleague, string[]>();
  for (const step of steps) {
    for (const one of toldOf(step, { colleagues, team })) linesOf.set(one, [...(linesOf.get(one) ?? []), lineOf(step)]);
  }
  for (const [{ name, email }, lines] of linesOf) {
    const more = lines.length > MAX_LINES ? [`另有${lines.length - MAX_LINES}项，请在管理端查看`] : [];
    const listed = [...lines.slice(0, MAX_LINES), ...more].join('\n');
    const data = {
      applicant: name,
      count: String(lines.length),
      lines: listed,
      url: `${env.PUBLIC_URL}/admin/tickets`,
    };
    await sendLater({ recipient: email, template: 'tickets_due', data }, t);
  }
}

function toldOf(
  { ticket, to }: Step,
  { colleagues, team }: { colleagues: readonly Colleague[]; team: readonly OnDuty[] },
): Colleague[] {
  const administrators = colleagues.filter(({ roles }) => roles.includes('administrator'));
  if (to === 'administrator') return administrators;
  const had = team.find(({ id }) => id === ticket.assigneeId);
  const today = clock.today();
  const here = had && dutyOn(had, today) === 'leave' ? standInOf(had, team, ticket.role, today) : had;
  const assignee = to === 'assignee' ? colleagues.filter(({ id }) => id === here?.id) : [];
  if (assignee.length > 0) return assignee;
  const queue = colleagues.filter(({ roles }) => roles.includes(ticket.role));
  return queue.length > 0 ? queue : administrators;
}

const lineOf = ({ ticket, percent, which, dueAt }: Step): string => {
  const due = momentWords(dueAt, clock.now());
  if (percent === 0) return `工单${ticket.number}：登录前的求助，等待处理；${which}时限 ${due} 到期`;
  const so = percent < 100 ? `${which}时限已用${percent}%，${due} 到期` : `${which}已逾期，应于${due} 前完成`;
  return `工单${ticket.number}：${so}${percent > 100 ? `（已用时限的${percent}%）` : ''}`;
};
