import type { StaffActor } from '../../actor.ts';
import type { AddedOption } from '../../contract/forms/language.ts';
import { FIELD_USES } from '../../contract/profile-fields/enums.ts';
import type { FieldSettingsReply } from '../../contract/profile-fields/replies.ts';
import { documentWords, type ProfilePolicy } from '../../contract/profile-fields/policy.ts';
import type { SaveFieldSettingsParsed } from '../../contract/profile-fields/schemas.ts';
import {
  settingKey,
  shippedUse,
  type FieldSetting,
  type FieldSettings,
} from '../../contract/profile/field-settings.ts';
import { profileSection, SECTION_KEYS } from '../../contract/profile/profile.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { lockSetting } from '../settings/lock-setting.ts';
import {
  forgetFieldSettings,
  PROFILE_FIELDS,
  readNewestFieldSettings,
  storedOf,
  type StoredFieldSettings,
} from './field-settings.ts';

/**
 * Replaces what the office has set of fields, with an audit line that says what it was. Nothing that members have filled in
 * is touched. Throws `changed_meanwhile`.
 */
export async function saveFieldSettings({
  actor,
  input,
}: {
  actor: StaffActor;
  input: SaveFieldSettingsParsed;
}): Promise<FieldSettingsReply> {
  await transaction(async (t) => {
    const row = await lockSetting(PROFILE_FIELDS, t);
    const before = storedOf(row.value);
    if (before.version !== input.version) throw new AppError('changed_meanwhile');
    const fields = differing(input.fields, before.fields);
    const policy = input.policy ?? before.policy;
    const words = [...changesOf(before.fields, fields), ...policyChanges(before.policy, policy)];
    if (words.length === 0) return;
    const value = JSON.stringify({ version: before.version + 1, fields, policy } satisfies StoredFieldSettings);
    await row.update({ value, updatedAt: clock.now() }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'settings.updated',
        targetKind: 'settings',
        targetId: 0,
        target: '档案字段',
        detail: words.join('；'),
      },
      t,
    );
  });
  forgetFieldSettings();
  return readNewestFieldSettings();
}

/** What differs from what is shipped. A choice that was added once is kept: somebody may have chosen it. */
function differing(fields: SaveFieldSettingsParsed['fields'], before: FieldSettings): FieldSettings {
  const kept: Record<string, FieldSetting> = {};
  for (const { name, field } of everyField()) {
    const { use, hint } = fields[name] ?? {};
    const known = Object.entries(before[name]?.added ?? {});
    const dropped = known.map(([code, { label }]): [string, AddedOption] => [code, { label, isOffered: false }]);
    const added: Record<string, AddedOption> = { ...Object.fromEntries(dropped), ...fields[name]?.added };
    const one: FieldSetting = {
      ...(use !== undefined && use !== shippedUse(field) && { use }),
      ...(hint !== undefined && hint !== (field.hint ?? '') && { hint }),
      ...(Object.keys(added).length > 0 && { added }),
    };
    if (Object.keys(one).length > 0) kept[name] = one;
  }
  return kept;
}

function changesOf(before: FieldSettings, after: FieldSettings): string[] {
  return everyField().flatMap(({ name, label, field }) => {
    const of = (settings: FieldSettings) => ({
      use: FIELD_USES[settings[name]?.use ?? shippedUse(field)],
      hint: settings[name]?.hint ?? field.hint ?? '',
      choices: Object.values(settings[name]?.added ?? {})
        .filter(({ isOffered }) => isOffered)
        .map((one) => one.label)
        .join('、'),
    });
    const [was, is] = [of(before), of(after)];
    return [
      ...(was.use === is.use ? [] : [`${label}：${was.use}→${is.use}`]),
      ...(was.hint === is.hint ? [] : [`${label}的提示：${was.hint || '无'}→${is.hint || '无'}`]),
      ...(was.choices === is.choices ? [] : [`${label}增加的选项：${was.choices || '无'}→${is.choices || '无'}`]),
    ];
  });
}

function policyChanges(before: ProfilePolicy, after: ProfilePolicy): string[] {
  const inWords = ({ documents, serviceHours, serviceCases, passesByItself }: ProfilePolicy) => ({
    必须上传的证明材料: documents.map(documentWords).join('、') || '无',
    全年公益服务小时数: String(serviceHours),
    全年法律援助件数: String(serviceCases),
    没有存疑和须审核的改动时自动通过: passesByItself ? '是' : '否',
  });
  const [was, is] = [Object.entries(inWords(before)), Object.values(inWords(after))];
  return was.flatMap(([label, words], at) => (words === is[at] ? [] : [`${label}：${words}→${is[at]}`]));
}

const everyField = () =>
  SECTION_KEYS.flatMap((key) => {
    const section = profileSection(key);
    return section.fields.map((field) => ({
      name: settingKey(key, field.key),
      label: `${section.label}“${field.label}”`,
      field,
    }));
  });
