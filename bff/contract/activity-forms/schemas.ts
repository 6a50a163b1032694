import { z } from 'zod';
import { ANSWER_KINDS } from '../activities/enums.ts';
import * as limits from '../activities/limits.ts';
import { keyOf, line, requiredLine } from '../fields.ts';
import { isChosen, JOINT } from './chosen.ts';

/** What a form of staff never asks for (activities.md, Amendments: answers are P2). */
const TOO_PRIVATE = /身[份分][证證]|[证證]件[号號]|[护護]照|健康|病|婚|[银銀]行卡|[银銀]行[账賬帳]/u;
const PRIVATE = { error: '报名表不能收集证件号码、健康、婚姻、银行卡信息' };
/** Spaces and signs between the letters do not make it another question. */
const asksNothingPrivate = (words: string): boolean => !TOO_PRIVATE.test(words.replace(/[\s\p{P}\p{S}]/gu, ''));

/** One field of the form. */
export const formField = z
  .strictObject({
    /** Answers are stored under this key, which stays the same when the label is changed. */
    key: z.string().regex(/^[a-z][a-z0-9]{0,19}$/, { error: '表单项标识无效，请删除后重新添加' }),
    label: requiredLine('表单项名称', limits.MAX_GROUP_NAME).refine(asksNothingPrivate, PRIVATE),
    hint: line('填写说明', 60).refine(asksNothingPrivate, PRIVATE).default(''),
    kind: keyOf(ANSWER_KINDS, '表单项类型'),
    isRequired: z.boolean({ error: '请选择是否必填' }),
    choices: z
      .array(requiredLine('选项', 30).refine(asksNothingPrivate, PRIVATE), { error: '请填写选项' })
      .max(limits.MAX_CHOICES, { error: `选项最多${limits.MAX_CHOICES}个` })
      .default([]),
  })
  .refine(({ kind, choices }) => !isChosen(kind) || new Set(choices).size === choices.length, {
    error: '选项不能重复',
    path: ['choices'],
  })
  .refine(({ kind, choices }) => !isChosen(kind) || choices.length >= 2, {
    error: '单选、多选至少有两个选项',
    path: ['choices'],
  })
  .refine(({ kind, choices }) => kind !== 'choices' || !choices.some((one) => one.includes(JOINT)), {
    error: `多选的选项中不能有“${JOINT}”`,
    path: ['choices'],
  });
export type FormField = z.output<typeof formField>;
