import { Op, type Transaction } from 'sequelize';
import type { Role } from '../../../contract/accounts/enums.ts';
import type { ChatClosedFor } from '../../../contract/chat/enums.ts';
import { CHAT_ROLES } from '../../../contract/chat/enums.ts';
import { CLOSING_SOON_MS } from '../../../contract/chat/limits.ts';
import { toShanghaiMinute } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { showOfficeHours } from '../../office-hours/show-office-hours.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { showDutyTeam } from '../../tickets/duty/show-duty.ts';
import { ChatDesk } from '../model.ts';
import { countWaiting } from './queue.ts';

/** Three times as long as a page of the desk takes to say that it is open. */
export const DESK_AWAY_MS = 2 * 60_000;

/** One of the desk who has said to be there, and has its page open. */
export interface Present {
  id: number;
  name: string;
  roles: readonly Role[];
}

/** Who is there to answer: 在岗, with the page of the desk open. */
export async function readPresent(): Promise<Present[]> {
  const since = clock.now() - DESK_AWAY_MS;
  const desks = await ChatDesk.findAll({ where: { seenAt: { [Op.gt]: since } } });
  if (desks.length === 0) return [];
  const open = new Set(desks.map(({ accountId }) => Number(accountId)));
  const { items } = await showDutyTeam();
  const answers = ({ roles }: (typeof items)[number]) =>
    roles.includes('administrator') || CHAT_ROLES.some((role) => roles.includes(role));
  return items
    .filter((one) => one.state === 'present' && open.has(one.id) && answers(one))
    .map(({ id, name, roles }) => ({ id, name, roles }));
}

export interface Door {
  closedFor: ChatClosedFor | null;
  hours: string;
  opensWords: string;
  closesWords: string;
  waiting: number;
}

/**
 * Whether a talk may begin now, and otherwise why not: outside the hours of 客服, nobody there, too many waiting. In a year
 * whose holidays are not known, whoever is there answers.
 */
export async function readDoor(t?: Transaction): Promise<Door> {
  const { service } = await showOfficeHours();
  const waiting = await countWaiting(t);
  const said = { hours: service.words, opensWords: service.opensWords, waiting };
  if (service.isOpen === false) return { ...said, closedFor: 'hours', closesWords: '' };
  if ((await readPresent()).length === 0) return { ...said, closedFor: 'nobody', closesWords: '' };
  const closes = Date.parse(service.changesAt);
  const isSoon = service.isOpen === true && closes - clock.now() <= CLOSING_SOON_MS;
  const time = toShanghaiMinute(closes).slice(11).replace(/^0/, '');
  return {
    ...said,
    closedFor: waiting >= (await readSettings(t)).chatMostWaiting ? 'full' : null,
    closesWords: isSoon ? `${time} 起暂停接入，已接入的对话不受影响` : '',
  };
}
