import { z } from 'zod';
import { keyOf, line, requiredLine, seenVersion, wholeNumber } from '../fields.ts';
import { offered } from '../form-reading/words.ts';
import type { ProfileField } from '../profile/language.ts';
import { isOpen, settingKey, usesOf } from '../profile/field-settings.ts';
import { profileSection, SECTION_KEYS } from '../profile/profile.ts';
import { FIELD_USES, MAX_ADDED_OPTIONS, MAX_HINT, MAX_OPTION, OWN_CODE } from './enums.ts';
import { DEMANDABLE, MAX_SERVICE_CASES, MAX_SERVICE_HOURS, type DocumentKind } from './policy.ts';

/** What may be set, by `section.field`. */
const known = new Map(
  SECTION_KEYS.flatMap((key) =>
    profileSection(key).fields.map(
      (field) => [settingKey(key, field.key), { field, uses: usesOf(key, field) }] as const,
    ),
  ),
);

const added = z
  .record(
    z.string().regex(OWN_CODE, { error: '选项代码有误，请刷新后重试' }),
    z.strictObject({
      label: requiredLine('增加的选项', MAX_OPTION),
      isOffered: z.boolean({ error: '请选择是否提供该选项' }),
    }),
    { error: '增加的选项格式有误' },
  )
  .refine((all) => Object.keys(all).length <= MAX_ADDED_OPTIONS, { error: `最多增加${MAX_ADDED_OPTIONS}个选项` });

const setting = z.strictObject({
  use: keyOf(FIELD_USES, '填写要求').optional(),
  hint: line('填写提示', MAX_HINT).optional(),
  added: added.optional(),
});

/** What is wrong with choices that are added; null: nothing. */
function faultOfChoices(field: ProfileField, choices: z.output<typeof added>): string | null {
  if (!isOpen(field)) return `“${field.label}”的选项不能增加`;
  const labels = [...offered(field.options ?? ''), ...Object.values(choices)].map(({ label }) => label);
  const twin = labels.find((label, at) => labels.indexOf(label) !== at);
  return twin === undefined ? null : `“${field.label}”中已有选项“${twin}”`;
}

const policy = z.strictObject({
  documents: z
    .array(z.enum(DEMANDABLE as [DocumentKind, ...DocumentKind[]], { error: '请选择可以要求的证明材料' }))
    .transform((kinds) => DEMANDABLE.filter((kind) => kinds.includes(kind))),
  serviceHours: wholeNumber('全年公益服务小时数', 0, MAX_SERVICE_HOURS),
  serviceCases: wholeNumber('全年法律援助件数', 0, MAX_SERVICE_CASES),
  passesByItself: z.boolean({ error: '请选择是否自动通过' }),
});

export const saveFieldSettings = z.strictObject({
  version: seenVersion,
  /** Absent: as it stands. */
  policy: policy.optional(),
  fields: z.record(z.string(), setting, { error: '字段设置格式有误' }).superRefine((fields, context) => {
    for (const [name, { use, added: choices = {} }] of Object.entries(fields)) {
      const one = known.get(name);
      if (!one) context.addIssue({ code: 'custom', path: [name], message: '没有这个字段' });
      else if (use !== undefined && !one.uses.includes(use)) {
        context.addIssue({ code: 'custom', path: [name], message: `“${one.field.label}”不能改为${FIELD_USES[use]}` });
      } else if (Object.keys(choices).length > 0) {
        const message = faultOfChoices(one.field, choices);
        if (message !== null) context.addIssue({ code: 'custom', path: [name, 'added'], message });
      }
    }
  }),
});
export type SaveFieldSettings = z.input<typeof saveFieldSettings>;
export type SaveFieldSettingsParsed = z.output<typeof saveFieldSettings>;
