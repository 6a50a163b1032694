import type { Transaction } from 'sequelize';
import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import type { OfficeSettings } from '../../contract/settings/schemas.ts';
import { toYuan } from '../../contract/text.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { requestChange, type Leave } from '../two-person/request-change.ts';
import { lockSetting } from './lock-setting.ts';
import type { Setting } from './model.ts';
import { officeEvidence, officeFault } from './office-seal.ts';
import { forgetSettings, OFFICE, officeOf, readSettings } from './read-settings.ts';
import { inWords, LABELS, OFFICE_LINE, type Named } from './setting-words.ts';

/**
 * Replaces the settings, with an audit line that says what they were. A higher refund limit is not set but asked for: it
 * is what the rule of two persons rests on. Who saves has the printed ones before his or her eyes: the line witnesses them
 * ([ADR 43](../../../docs/adr/0043-witnessed-types-and-receipts.md)). Answers the settings as they are now, and what waits for a second person. Throws
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
    const after = isRaised ? { ...settings, refundApprovalFen: from } : settings;
    await write({ actor, row, before, after, fault: await officeFault(before, t) }, t);
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
    // Nobody has looked at the printed settings: the line that witnesses them stays the last one.
    await write({ actor, row, before, after: { ...before, refundApprovalFen: to } }, t);
  });
  forgetSettings();
}

const CHANGED = '申请之后退款复核限额已被修改，请撤回或不同意后重新申请';

async function write(
  change: { actor: StaffActor; row: Setting; before: OfficeSettings; after: OfficeSettings; fault?: string | null },
  t: Transaction,
): Promise<void> {
  const { actor, row, before, after, fault } = change;
  const keys = Object.keys(LABELS) as Named[];
  const changed = keys.filter((key) => inWords(key, before[key]) !== inWords(key, after[key]));
  // What somebody else has written is confirmed by saving it, in a line of its own.
  if (changed.length === 0 && !fault) return;
  const value = JSON.stringify({ ...after, version: before.version + 1 } satisfies OfficeSettings);
  await row.update({ value, updatedAt: clock.now() }, { transaction: t });
  const words = changed.map((key) => `${LABELS[key]}：${inWords(key, before[key])}→${inWords(key, after[key])}`);
  const detail = [...(fault ? [CONFIRMED] : []), ...words].join('；');
  // Absent: the fault was not looked for.
  const evidence = fault === undefined ? null : officeEvidence(after);
  await writeAudit({ actor, ...OFFICE_LINE, detail, evidence }, t);
}

const CONFIRMED = '保存前的设置与操作日志不一致，按本次保存的内容为准';
