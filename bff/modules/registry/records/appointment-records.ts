import type { AppointmentRow } from '../../../contract/records/endpoints.ts';
import { appointmentRow } from '../../../contract/records/replies.ts';
import { comparedWords } from '../../../contract/plain-characters.ts';
import { ofLawyer, recordsOf, refuse, refuseFuture, type RecordKind } from './record-kind.ts';
import { Appointment } from './record-model.ts';
import { describePeriod, firstOverlap } from '../rules.ts';

export interface AppointmentData {
  body: string;
  position: string;
  fromOn: string;
  untilOn: string | null;
  remark: string;
}
const source = ofLawyer('appointments');

/** 律协任职: several at a time, but the same office only once. */
export const appointmentRecords: RecordKind<AppointmentRow, AppointmentData> = {
  label: '律协任职',
  model: Appointment,
  from: source.from,
  row: appointmentRow,
  columns: `${source.columns}, r.body, r.position, r.from_on AS fromOn, r.until_on AS untilOn, r.remark`,
  order: 'r.from_on DESC, r.id DESC',
  toAttributes: ({ body, position, fromOn, untilOn, remark }) => ({ body, position, fromOn, untilOn, remark }),
  async check({ subject, stored, data }, t) {
    refuseFuture({ fromOn: { label: '起始日期', on: data.fromOn } });
    const same = (await recordsOf(appointmentRecords, subject, t)).filter(
      (row) => row.id !== stored?.id && comparedWords(office(row)) === comparedWords(office(data)),
    );
    const overlap = firstOverlap(data, same);
    if (overlap) refuse({ fromOn: `与已登记的同一任职（${describePeriod(overlap)}）时间重叠` });
  },
  // One more makes no letter untrue that names the others.
  letters: ({ before, after }) =>
    before && { fact: 'appointment', before: office(before), effectiveOn: after && endOf(before, after) },
  inWords: ({ body, position, fromOn, untilOn, remark }) => ({
    任职: office({ body, position }),
    起止: describePeriod({ fromOn, untilOn }),
    备注: remark,
  }),
};

const office = ({ body, position }: Pick<AppointmentRow, 'body' | 'position'>) => `${body}${position}`;

/** The last day of an office that was held without end until now; null: something else is corrected. */
function endOf(before: AppointmentRow, after: AppointmentRow): string | null {
  const isSame = office(before) === office(after) && before.fromOn === after.fromOn;
  return isSame && before.untilOn === null ? after.untilOn : null;
}
