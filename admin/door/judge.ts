import { REGISTRATION_STATES } from '../../bff/contract/activities/enums.ts';
import { toShanghaiDate, toShanghaiMinute } from '../../bff/contract/dates.ts';
import { readMemberCode } from '../../bff/contract/door/code.ts';
import type { RosterEntry } from '../../bff/contract/door/replies.ts';
import { fitsNow } from './verify.ts';

/** What the person at the door is told: colour, sound and vibration differ. */
export interface Verdict {
  tone: 'yes' | 'already' | 'no';
  name: string;
  words: string;
  entry: RosterEntry | null;
  /** Whether it is kept and sent: what was read is never lost, what says nothing new is left out. */
  isKept: boolean;
}

export interface Known {
  activityId: number;
  activityKey: CryptoKey;
  /** Activities of these days, by id. */
  others: ReadonlyMap<number, { title: string; beginsAt: string }>;
  byCode: ReadonlyMap<string, RosterEntry>;
  /** Registration → when and where he came in. */
  arrived: ReadonlyMap<number, { at: number; entrance: string }>;
}

/** 09:05, in Asia/Shanghai wherever the device thinks it is. */
export const clockOf = (at: number): string => toShanghaiMinute(at).slice(11);

/** Judges what was read, with what the device knows: it asks nobody. */
export async function judge(read: string, known: Known, now: number): Promise<Verdict> {
  const code = readMemberCode(read);
  if (!code) return refused('无法识别的二维码', '已记录，待核实');
  if (code.activityId !== known.activityId) return ofOther(known.others.get(code.activityId));
  const entry = known.byCode.get(code.name);
  if (!entry) return refused('名单上没有此人', '可能刚刚报名，已记录待核实');
  const fits = await fitsNow(known.activityKey, { registrationId: entry.id, digits: code.digits }, now);
  if (!fits) return { ...refused(entry.name, '动态码不符，请刷新签到码再扫'), entry };
  return standing(entry, known);
}

function ofOther(other: { title: string; beginsAt: string } | undefined): Verdict {
  if (!other) return refused('其他活动的码', '请打开本场活动的签到码');
  const [, month, day] = toShanghaiDate(Date.parse(other.beginsAt)).split('-').map(Number);
  return refused('其他活动的码', `此码属于“${other.title}”（${month}月${day}日）`);
}

/** The verdict about somebody who was found in the list of names. */
export function standing(entry: RosterEntry, known: Pick<Known, 'arrived'>): Verdict {
  const before = known.arrived.get(entry.id);
  const where = [entry.firm, entry.group].filter(Boolean).join(' · ');
  if (before) {
    const at = `已于${clockOf(before.at)}${before.entrance ? `在${before.entrance}` : ''}签到`;
    return { tone: 'already', name: entry.name, words: at, entry, isKept: false };
  }
  if (entry.state !== 'registered') {
    return { tone: 'no', name: entry.name, words: REGISTRATION_STATES[entry.state], entry, isKept: false };
  }
  return { tone: 'yes', name: entry.name, words: where, entry, isKept: true };
}

const refused = (name: string, words: string): Verdict => ({ tone: 'no', name, words, entry: null, isKept: true });
