import { z } from 'zod';
import { codeAsTyped, numberAsTyped, serialAsTyped } from './as-typed.ts';

/** A line of a letter with its labels, and both lines. */
const PASTED = 160;

/** Anything typed is looked up; a malformed number or code is simply unknown. */
export const verifyNumber = z.strictObject({
  number: z
    .string({ error: '请输入编号 Please enter the number' })
    .max(PASTED)
    .transform(numberAsTyped)
    .refine((v) => v !== '', { error: '请输入编号 Please enter the number' }),
  code: z
    .string({ error: '请输入核验码 Please enter the code' })
    .max(PASTED)
    .transform(codeAsTyped)
    .refine((v) => v !== '', { error: '请输入核验码 Please enter the code' }),
});
export type VerifyNumber = z.input<typeof verifyNumber>;

/** 份号 of a paper copy, with the 编号 of the certificate it belongs to; malformed ones are unknown. */
export const verifyCopy = z.strictObject({
  number: z.string({ error: '请先核验证明 Verify the certificate first' }).max(PASTED).transform(numberAsTyped),
  serial: z
    .string({ error: '请输入份号 Please enter the copy number' })
    .max(PASTED)
    .transform(serialAsTyped)
    .refine((v) => v !== '', { error: '请输入份号 Please enter the copy number' }),
});
export type VerifyCopy = z.input<typeof verifyCopy>;

export const verifyFile = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: '文件摘要格式不正确 This is no SHA-256 digest' }),
  /** The token of the page on which the file was dropped: tells an altered file from an unknown one. */
  token: z.string().max(64).optional(),
});
export type VerifyFile = z.input<typeof verifyFile>;
