import type { HoursRow } from '../../../contract/records/endpoints.ts';
import { hoursRow } from '../../../contract/records/replies.ts';
import {
  HOURS_KINDS,
  HOURS_MODES,
  HOURS_STATES,
  type HoursKind,
  type HoursMode,
  type HoursSource,
  type HoursState,
} from '../../../contract/records/enums.ts';
import { publish } from '../../../events.ts';
import { comparedWords } from '../../../contract/plain-characters.ts';
import { ofLawyer, recordsOf, refuse, refuseFuture, type RecordKind } from './record-kind.ts';
import { ActivityHours } from './record-model.ts';

export interface HoursData {
  title: string;
  heldOn: string;
  hours: number;
  /** Absent: as it is, or 其他 for new ones. */
  kind?: HoursKind | undefined;
  /** Absent: as it is, or on the spot for new ones. */
  mode?: HoursMode | undefined;
  /** Absent: as it is, or entered by staff. No form of theirs says it. */
  source?: HoursSource;
  state: HoursState;
  remark: string;
}
const source = ofLawyer('activity_hours');

/** 活动学时: an activity counts once. */
export const hoursRecords: RecordKind<HoursRow, HoursData> = {
  label: '活动学时',
  model: ActivityHours,
  from: source.from,
  row: hoursRow,
  // 10e0: divided as floating point on both engines, not as whole or decimal numbers.
  columns: `${source.columns}, r.title, r.held_on AS heldOn, r.tenths / 10e0 AS hours, r.kind, r.mode, r.source,
    r.state, r.remark`,
  order: 'r.held_on DESC, r.id DESC',
  toAttributes: ({ title, heldOn, hours, kind, mode, source, state, remark }) => ({
    title,
    heldOn,
    tenths: Math.round(hours * 10),
    ...(kind && { kind }),
    ...(mode && { mode }),
    ...(source && { source }),
    state,
    remark,
  }),
  async check({ subject, stored, data }, t) {
    refuseFuture({ heldOn: { label: '活动日期', on: data.heldOn } });
    const others = (await recordsOf(hoursRecords, subject, t)).filter(({ id }) => id !== stored?.id);
    if (
      others.some(({ title, heldOn }) => heldOn === data.heldOn && comparedWords(title) === comparedWords(data.title))
    ) {
      refuse({ title: '该律师同日同名的活动已登记过学时' });
    }
  },
  // A year's table and its sum are whole or untrue: one more belongs into them as well.
  letters: ({ before, after }) => {
    const [was, is] = [before, after].map((row) => (row?.state === 'checked_in' ? row : null));
    return was || is ? { fact: 'hours', before: was ? asPrinted(was) : '', effectiveOn: is?.heldOn ?? null } : null;
  },
  removed: ({ row, by }, t) => publish('hours.removed', { recordId: row.id, lawyerId: row.subjectId, by }, t),
  inWords: ({ title, heldOn, hours, kind, mode, state, remark }) => ({
    活动: title,
    日期: heldOn,
    学时: String(hours),
    学时类别: HOURS_KINDS[kind],
    参加方式: HOURS_MODES[mode],
    状态: HOURS_STATES[state],
    备注: remark,
  }),
};

/** Neighbouring cells of a letter's table: 2026.06.13 民法典合同编司法解释培训. */
const asPrinted = ({ heldOn, title }: HoursRow) => `${heldOn.replaceAll('-', '.')} ${title}`;
