import type { Transaction } from 'sequelize';
import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import type { OfficeSettings } from '../../contract/settings/schemas.ts';
import {
  ACTIVITY_APPROVALS,
  ROSTER_ORDERS,
  type ActivityApproval,
  type RosterOrder,
} from '../../contract/settings/enums.ts';
import { toYuan } from '../../contract/text.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { requestChange, type Leave } from '../two-person/request-change.ts';
import { lockSetting } from './lock-setting.ts';
import type { Setting } from './model.ts';
import { forgetSettings, OFFICE, officeOf, readSettings } from './read-settings.ts';

type Named = Exclude<keyof OfficeSettings, 'version'>;
const LABELS: Record<Named, string> = {
  association: '协会名称',
  associationEnglish: '协会英文名称',
  registryPhone: '基础数据咨询电话',
  disciplinePhone: '处分记录咨询电话',
  officeAddress: '办公地址',
  officeHours: '办公时间',
  purposes: '用途选项',
  rosterOrder: '名单排序',
  signatoryEnglish: '签发人英文职务',
  addressEnglish: '协会英文地址',
  certificateEmail: '证明咨询邮箱',
  verifyingEnglish: '英文核验说明',
  copyFeeFen: '纸质证明工本费',
  postageFen: '邮寄费',
  refundApprovalFen: '退款复核限额',
  applicationsPerHour: '每小时申请数',
  bulkLawyersPerHour: '每小时批量申请人数',
  completionDays: '补正期限（天）',
  mailsPerRecipientDay: '每个邮箱每天邮件数',
  activityApproval: '活动发布',
};

function inWords(key: Named, value: OfficeSettings[Named]): string {
  if (key === 'rosterOrder') return ROSTER_ORDERS[value as RosterOrder];
  if (key === 'activityApproval') return ACTIVITY_APPROVALS[value as ActivityApproval];
  if (Array.isArray(value)) return value.map((one) => `“${one}”`).join('');
  return key.endsWith('Fen') && typeof value === 'number' ? `${toYuan(value)}元` : String(value);
}

/**
 * Replaces the settings, with an audit line that says what they were. A higher refund limit is not set but asked for: it
 * is what the rule of two persons rests on. Answers the settings as they are now, and what waits for a second person. Throws
 * `changed_meanwhile` when somebody saved since they were read.
 */
export async function updateSettings({
  actor,
  settings,
}: {
  actor: StaffActor;
  settings: OfficeSettings;
}): Promise<OfficeSettings & { waiting: ChangeRow | null }> {
  const waiting = await transaction(async (t) => {
    const row = await lockSetting(OFFICE, t);
    const before = officeOf(row);
    if (before.version !== settings.version) throw new AppError('changed_meanwhile');
    const [from, to] = [before.refundApprovalFen, settings.refundApprovalFen];
    const isRaised = to > from;
    await write({ actor, row, before, after: isRaised ? { ...settings, refundApprovalFen: from } : settings }, t);
    if (!isRaised) return null;
    const words = { target: '协会设置', before: `${toYuan(from)}元`, after: `${toYuan(to)}元` };
    return requestChange({ actor, kind: 'refund_limit', payload: { from, to }, ...words }, t);
  });
  forgetSettings();
  return { ...(await readSettings()), waiting };
}

/** Raises the refund limit that two persons have agreed on. Throws `changed_meanwhile`, and as its leave. */
export async function raiseRefundLimit(raise: {
  actor: StaffActor;
  from: number;
  to: number;
  leave: Leave;
}): Promise<void> {
  const { actor, from, to, leave } = raise;
  await transaction(async (t) => {
    await leave(t);
    const row = await lockSetting(OFFICE, t);
    const before = officeOf(row);
    if (before.refundApprovalFen !== from) throw new AppError('changed_meanwhile', { message: CHANGED });
    await write({ actor, row, before, after: { ...before, refundApprovalFen: to } }, t);
  });
  forgetSettings();
}

const CHANGED = '申请之后退款复核限额已被修改，请撤回或不同意后重新申请';

async function write(
  change: { actor: StaffActor; row: Setting; before: OfficeSettings; after: OfficeSettings },
  t: Transaction,
): Promise<void> {
  const { actor, row, before, after } = change;
  const keys = Object.keys(LABELS) as Named[];
  const changed = keys.filter((key) => inWords(key, before[key]) !== inWords(key, after[key]));
  if (changed.length === 0) return;
  await row.update(
    {
      value: JSON.stringify({ ...after, version: before.version + 1 } satisfies OfficeSettings),
      updatedAt: clock.now(),
    },
    { transaction: t },
  );
  await writeAudit(
    {
      actor,
      action: 'settings.updated',
      targetKind: 'settings',
      targetId: 0,
      target: '协会设置',
      detail: changed
        .map((key) => `${LABELS[key]}：${inWords(key, before[key])}→${inWords(key, after[key])}`)
        .join('；'),
    },
    t,
  );
}
