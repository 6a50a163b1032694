import { PRESENCE_OUTCOMES, LEAVE_REASONS, REGISTRATION_STATES } from '../../contract/activities/enums.ts';
import type { RegistrationRow } from '../../contract/activities/replies.ts';
import { LAWYER_STATUSES } from '../../contract/registry/enums.ts';
import type { FormField } from '../../contract/activity-forms/schemas.ts';
import { column, time, type ExportColumn } from './columns.ts';

const instant = (iso: string | null) => time(iso === null ? null : Date.parse(iso));

/** 报名名单: a line for each registration, with a column for each field of the form. */
export const registrationColumns = (form: readonly FormField[]): ExportColumn<RegistrationRow>[] => [
  column('姓名', 12, (row) => row.name),
  column('执业证号', 20, (row) => row.licenceNo),
  column('执业机构', 30, (row) => row.firm),
  column('电话', 16, (row) => row.phone),
  column('分组', 14, (row) => row.group),
  column('状态', 10, (row) => REGISTRATION_STATES[row.state]),
  column('资格变动', 10, (row) => (row.changedTo ? LAWYER_STATUSES[row.changedTo] : '')),
  column('报名时间', 20, (row) => instant(row.signedAt)),
  column('到场', 8, (row) => (row.presence ? PRESENCE_OUTCOMES[row.presence.outcome] : '')),
  column('签到时间', 20, (row) => instant(row.presence?.arrivedAt ?? null)),
  column('签退时间', 20, (row) => instant(row.presence?.leftAt ?? null)),
  column('请假原因', 20, (row) => (row.leaveReason ? LEAVE_REASONS[row.leaveReason] : '')),
  column('说明', 30, (row) => row.reason),
  ...form.map(({ key, label }) => column<RegistrationRow>(label, 20, ({ answers }) => inWords(answers[key]))),
];

const inWords = (answer: RegistrationRow['answers'][string] | undefined) =>
  answer === undefined ? '' : answer === true ? '是' : String(answer);
