import { z } from 'zod';
import { isPlainDate } from '../dates.ts';
import { keyOf, line, pageQuery } from '../fields.ts';
import { MAX_SOURCE, PROFILE_IMPORT_OUTCOMES } from './enums.ts';

/** Beside the workbook: where it was approved, and up to which day it holds what was. */
export const stageProfileImport = z.strictObject({
  source: line('原系统名称', MAX_SOURCE),
  asOf: z.string({ error: '请填写数据截止日期' }).refine(isPlainDate, { error: '数据截止日期应为真实存在的日期' }),
  /** `yes`: the lawyers agreed separately to what is sensitive being handed on (PIPL 29); otherwise it is not read. */
  sensitive: z.enum(['yes', 'no'], { error: '请说明是否导入敏感信息' }),
});
export type StageProfileImport = z.input<typeof stageProfileImport>;
export type StageProfileImportParsed = z.output<typeof stageProfileImport>;

export const listProfileImports = z.strictObject(pageQuery);
export type ListProfileImports = z.input<typeof listProfileImports>;

export const listProfileImportRows = z.strictObject({
  ...pageQuery,
  outcome: keyOf(PROFILE_IMPORT_OUTCOMES, '结果').optional(),
});
export type ListProfileImportRows = z.input<typeof listProfileImportRows>;
