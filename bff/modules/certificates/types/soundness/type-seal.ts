import { z } from 'zod';
import type { Transaction } from 'sequelize';
import type { AuditAction } from '../../../../contract/audit/enums.ts';
import { sha256 } from '../../../../platform/crypto/sha256.ts';
import { readLinesOf } from '../../../audit/read-lines.ts';
import type { CertificateType, CertificateWording } from '../../model.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const evidenceShape = z.strictObject({ type: hash.optional(), wording: hash.optional() });

/** Acts whose lines witness how a type is judged, or what its letters say. */
const WITNESSES = [
  'type.created',
  'type.updated',
  'type.retired',
  'type.offered',
  'type.sealed',
  'wording.published',
] as const satisfies AuditAction[];

type SealedWording = Pick<CertificateWording, 'typeId' | 'version' | 'body' | 'rosterTitle'>;

/** What the line of an act witnesses: the type as the act left it, the wording that it put in force, or both. */
export function typeEvidence({ type, wording }: { type?: CertificateType; wording?: SealedWording }): string {
  const evidence = { ...(type && { type: hashOfType(type) }), ...(wording && { wording: hashOfWording(wording) }) };
  return JSON.stringify(evidenceShape.parse(evidence));
}

/**
 * Whether the log has this type as it is, and its wording as it was published; null, or in words why no letter is made
 * of it: whoever can write rows could otherwise have the association say anything, or be asked nothing.
 */
export async function typeFault(
  type: CertificateType,
  wording: SealedWording,
  t?: Transaction,
): Promise<string | null> {
  const { isWhole, sealed } = await readSeals(type.id, t);
  if (!isWhole) return '操作日志中该证明类型的记录被改动，暂停出具，请联系协会';
  if (sealed.findLast((line) => line.type !== undefined)?.type !== hashOfType(type)) {
    return '该证明类型的设置不是经管理员保存的，暂停出具，请联系协会';
  }
  return sealed.some((line) => line.wording === hashOfWording(wording))
    ? null
    : '该证明类型的正文不是经管理员发布的，暂停出具，请联系协会';
}

/** Whether any line of the log witnesses the type or a wording of it. */
export async function isSealed(typeId: number, t: Transaction): Promise<boolean> {
  return (await readSeals(typeId, t)).sealed.length > 0;
}

async function readSeals(typeId: number, t?: Transaction) {
  const of = { targetKind: 'certificate-type', targetId: typeId, actions: WITNESSES } as const;
  const { lines, isWhole } = await readLinesOf(of, t);
  const sealed = lines.flatMap(({ evidence }) => (evidence === null ? [] : evidenceShape.parse(JSON.parse(evidence))));
  return { isWhole, sealed };
}

/** Notice and place among the others are left out: nothing that is printed or judged rests on them. */
function hashOfType(type: CertificateType): string {
  const { id, code, label, groupKey, audience, reviewMode, ruleSet, lawyerScope, asks, isRetired } = type;
  const eligibility = type.eligibility ?? null;
  const validityMonths = type.validityMonths ?? null;
  const judged = [id, code, label, groupKey, audience, reviewMode, ruleSet, lawyerScope, asks, Boolean(isRetired)];
  return sha256(JSON.stringify([...judged, eligibility, validityMonths]));
}

const hashOfWording = ({ typeId, version, body, rosterTitle }: SealedWording): string =>
  sha256(JSON.stringify([typeId, version, body, rosterTitle]));
