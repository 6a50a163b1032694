import { z } from 'zod';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { readRecord } from '../../../platform/signer/embedded-record.ts';
import { readLinesOf } from '../../audit/read-lines.ts';
import type { RegistrationForm } from '../model.ts';
import { readForm } from './form-files.ts';
import { parseFormRecord, type FormRecord } from './form-record.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const evidenceShape = z.strictObject({
  /** SHA-256 of the issued file, of its canonical text, and of the certificate that signed it. */
  file: hash,
  record: hash,
  signedBy: hash,
  snapshotId: z.int(),
  /** Epoch milliseconds. */
  issuedAt: z.int(),
});
export type FormEvidence = z.infer<typeof evidenceShape>;

/** What the line `form.issued` witnesses. */
export const toFormEvidence = (evidence: FormEvidence): string => JSON.stringify(evidenceShape.parse(evidence));

/**
 * Compares an issued form with the log and with its file. Answers what may be told, or in words why nothing may. Rejects
 * when the store of files does not answer.
 */
export async function confirmForm(
  form: RegistrationForm,
): Promise<{ record: FormRecord; evidence: FormEvidence } | { fault: string }> {
  const of = { targetKind: 'registration-form', targetId: form.id, actions: ['form.issued'] } as const;
  const { lines, isWhole } = await readLinesOf(of);
  const [line, another] = lines;
  if (!isWhole || !line?.evidence || another) return { fault: '操作日志中没有出具该登记表的记录' };
  const evidence = evidenceShape.parse(JSON.parse(line.evidence));
  const { number, token, code, snapshotId, issuedAt } = form;
  const isRowAsWritten =
    evidence.file === form.sha256 &&
    evidence.snapshotId === snapshotId &&
    evidence.issuedAt === issuedAt &&
    line.target === number &&
    evidence.record === sha256(form.record);
  if (!isRowAsWritten) return { fault: '数据库中的登记表与操作日志不符' };
  const bytes = await readForm(form);
  if (!bytes || sha256(bytes) !== evidence.file) return { fault: '登记表文件丢失或被改动' };
  const signed = readRecord(bytes);
  if (signed === null || sha256(signed) !== evidence.record) return { fault: '文件中的登记表内容与操作日志不符' };
  const record = parseFormRecord(signed);
  const isSame = record.number === number && record.token === token && record.code === code;
  return isSame ? { evidence, record } : { fault: '登记表的编号或核验码与文件不符' };
}
