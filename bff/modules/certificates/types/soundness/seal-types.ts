import type { Transaction } from 'sequelize';
import { transaction } from '../../../../platform/db/database.ts';
import { SYSTEM } from '../../../../actor.ts';
import { log } from '../../../../platform/log/log.ts';
import { storage } from '../../../../platform/storage/storage.ts';
import { readLinesOf } from '../../../audit/read-lines.ts';
import { writeAudit } from '../../../audit/write-audit.ts';
import { CertificateType, type CertificateWording } from '../../model.ts';
import { currentWording } from '../find-type.ts';
import { isSealed, typeEvidence } from './type-seal.ts';
import { SHIPPED_TYPES } from '../types-shipped.ts';

/** Says outside the database that it was done: it is done once, or a removed line would be made up for. */
const DONE = 'audit/types-sealed';

/**
 * Gives the types of an installation from before the log witnessed types and wordings their lines, once. A wording that
 * neither came with the program or a migration nor has a line of its publication gets none: of that type no letter is made until an
 * administrator has published one.
 */
export async function sealTypesOfBefore(): Promise<void> {
  if (await storage.exists(DONE)) return;
  await transaction(async (t) => {
    for (const type of await CertificateType.findAll({ transaction: t, lock: t.LOCK.UPDATE })) {
      if (await isSealed(type.id, t)) continue;
      const wording = await currentWording(type.id, t);
      const isPublished = await wasPublished(type, wording, t);
      if (!isPublished) log.error({ type: type.id, version: wording.version }, 'a wording that nobody has published');
      await writeSeal({ type, ...(isPublished && { wording }) }, t);
    }
  });
  await storage.put(DONE, Buffer.from('1\n'));
}

/** Notes in the log how a type is, and what its letters say. */
export async function writeSeal(
  sealed: { type: CertificateType; wording?: CertificateWording },
  t: Transaction,
): Promise<void> {
  const { id, label } = sealed.type;
  const target = { targetKind: 'certificate-type', targetId: id, target: label } as const;
  const detail = sealed.wording ? `第${sealed.wording.version}版正文` : '正文没有发布记录，重新发布前暂停出具';
  await writeAudit({ actor: null, action: 'type.sealed', ...target, detail, evidence: typeEvidence(sealed) }, t);
}

/** Notes in the log a wording that the program has put in force; how the type is is not said anew. */
export async function sealWording(
  { type: { id, label }, wording }: { type: CertificateType; wording: CertificateWording },
  t: Transaction,
): Promise<void> {
  const target = { targetKind: 'certificate-type', targetId: id, target: label } as const;
  const detail = `第${wording.version}版正文`;
  await writeAudit({ actor: null, action: 'type.sealed', ...target, detail, evidence: typeEvidence({ wording }) }, t);
}

/** As far as the log of that time tells: the line names the version. */
async function wasPublished(
  { id, code }: CertificateType,
  { version, body, createdBy }: CertificateWording,
  t: Transaction,
): Promise<boolean> {
  if (SHIPPED_TYPES.some((shipped) => shipped.code === code && shipped.wording === body)) return true;
  const actions = ['type.created', 'wording.published'] as const;
  const { lines, isWhole } = await readLinesOf({ targetKind: 'certificate-type', targetId: id, actions }, t);
  const published = lines.some(({ action, detail }) => action === 'wording.published' && versionIn(detail) === version);
  if (!isWhole) return false;
  // What a migration has reworded is by the system.
  return published || createdBy === SYSTEM || (version === 1 && lines.some(({ action }) => action === 'type.created'));
}

const versionIn = (detail: string) => Number(/^第(\d+)版/.exec(detail)?.[1]);
