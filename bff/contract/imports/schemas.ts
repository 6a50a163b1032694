import { z } from 'zod';
import { IMPORT_KINDS, RUN_OUTCOMES } from './enums.ts';
import { keyOf, pageQuery } from '../fields.ts';

export const importParams = z.strictObject({ kind: keyOf(IMPORT_KINDS, '导入内容') });

/** The fingerprint of the report that was looked at: nothing else is applied. */
export const applyImport = z.strictObject({
  seen: z.string({ error: '请先检查文件' }).regex(/^[0-9a-f]{64}$/, { error: '请先检查文件' }),
});
export type ApplyImport = z.input<typeof applyImport>;

export const listRunRows = z.strictObject({ outcome: keyOf(RUN_OUTCOMES, '结果').optional(), ...pageQuery });
export type ListRunRows = z.input<typeof listRunRows>;

export const listRuns = z.strictObject(pageQuery);
export type ListRuns = z.input<typeof listRuns>;
