import { expect, test } from '@jest/globals';
import type { z } from 'zod';
import { createActivity } from './activities/schemas.ts';
import { typeInput } from './certificate-types/schemas.ts';
import { officeSettings } from './settings/schemas.ts';

/** Pictures that keyboards offer: what paper says has none, what only screens say may. */

const faultOf = (schema: z.ZodType, field: string, value: unknown) =>
  schema
    .safeParse({ [field]: value })
    .error?.issues.filter(({ path }) => path[0] === field)
    .map(({ message }) => message);

test.each<[string, z.ZodType, string, unknown, string]>([
  ['the association’s English name, in letters', officeSettings, 'associationEnglish', 'Bar 😀', '协会英文名称中的😀'],
  ['a purpose that members choose, in letters', officeSettings, 'purposes', ['投标👍🏽'], '用途选项中的👍🏽'],
  ['the title of an activity, in letters of hours and receipts', createActivity, 'title', '培训🎉', '活动标题中的🎉'],
  ['the name of a type, above the letter', typeInput, 'label', '执业证明⭐', '名称中的⭐'],
])('%s: refused, and named', (_what, schema, field, value, named) => {
  expect(faultOf(schema, field, value)).toEqual([`以下文字无法打印：${named}，请删去`]);
});

test.each([
  ['association', '江海市律师协会😀', '协会名称含有协会名称中没有的字符 「😀」U+1F600，请删去或改用普通的字'],
  ['signatoryEnglish', 'Secretary 😀', '签发人英文职务只能使用英文字母、数字和标点'],
  ['addressEnglish', '1 Road 😀', '协会英文地址只能使用英文字母、数字和标点'],
  ['verifyingEnglish', 'Scan 😀', '英文核验说明只能使用英文字母、数字和标点'],
])('%s takes fewer signs still', (field, value, message) => {
  expect(faultOf(officeSettings, field, value)).toEqual([message]);
});

test.each(['officeAddress', 'officeHours'])('%s stands in messages and on pages only', (field) => {
  expect(faultOf(officeSettings, field, '文华区书院街8号 📍')).toEqual([]);
});
