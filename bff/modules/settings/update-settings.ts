import type { OfficeSettings } from '../../contract/schemas/office.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../accounts/actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Setting } from './model.ts';
import { forgetSettings, OFFICE, readSettings } from './read-settings.ts';

const LABELS: Record<keyof OfficeSettings, string> = {
  association: '协会名称',
  associationEnglish: '协会英文名称',
  registryPhone: '基础数据咨询电话',
  disciplinePhone: '处分记录咨询电话',
  officeAddress: '办公地址',
  officeHours: '办公时间',
  purposes: '用途选项',
  copyFeeFen: '纸质证明工本费（分）',
  postageFen: '邮寄费（分）',
  refundApprovalFen: '退款复核限额（分）',
  applicationsPerHour: '每小时申请数',
  bulkLawyersPerHour: '每小时批量申请人数',
  mailsPerRecipientDay: '每个邮箱每天邮件数',
};

const inWords = (value: OfficeSettings[keyof OfficeSettings]) =>
  Array.isArray(value) ? value.map((one) => `“${one}”`).join('') : String(value);

/** Replaces the settings, with an audit line that says what they were. */
export async function updateSettings({
  actor,
  settings,
}: {
  actor: StaffActor;
  settings: OfficeSettings;
}): Promise<OfficeSettings> {
  forgetSettings();
  const before = await readSettings();
  const keys = Object.keys(LABELS) as (keyof OfficeSettings)[];
  const changed = keys.filter((key) => inWords(before[key]) !== inWords(settings[key]));
  if (changed.length === 0) return before;
  await transaction(async (t) => {
    await Setting.upsert(
      { name: OFFICE, value: JSON.stringify(settings), updatedAt: clock.now() },
      { transaction: t, conflictFields: ['name'] },
    );
    await writeAudit(
      {
        actor,
        action: 'settings.updated',
        targetKind: 'settings',
        targetId: 0,
        target: '协会设置',
        detail: changed.map((key) => `${LABELS[key]}：${inWords(before[key])}→${inWords(settings[key])}`).join('；'),
      },
      t,
    );
  });
  forgetSettings();
  return readSettings();
}
