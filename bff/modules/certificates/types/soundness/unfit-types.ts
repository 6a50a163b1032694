import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { checkWording } from '../../../../contract/certificate-types/check-wording.ts';
import { faultsOfCombination } from '../../../../contract/certificate-types/rule-sets.ts';
import { select } from '../../../../platform/db/database.ts';
import { log } from '../../../../platform/log/log.ts';
import { CertificateType } from '../../model.ts';

/**
 * Types whose settings or wording the rules of today refuse: saved before there were such rules, as one that denies 行业处分 and
 * does not look at it. Nobody can apply for them and no letter is made of them until an administrator has mended them.
 */

/** What is refused in a type with that wording, a sentence each; empty: nothing. Pure. */
export function unfitIn(type: CertificateType, body: string): string[] {
  const inWording = checkWording(body, type).map(({ line, message }) => `正文第${line}行：${message}`);
  return [...Object.values(faultsOfCombination(type)), ...inWording];
}

const bodyRow = z.strictObject({ typeId: z.int(), body: z.string() });

/** By the type's id what is refused in it with its wording in force; types in which nothing is are not among them. */
export async function readUnfit(types: readonly CertificateType[], t?: Transaction): Promise<Map<number, string[]>> {
  const rows = await select(
    bodyRow,
    `SELECT w.type_id AS typeId, w.body FROM certificate_wordings w
     WHERE w.version = (SELECT MAX(v.version) FROM certificate_wordings v WHERE v.type_id = w.type_id)`,
    [],
    t,
  );
  const bodies = new Map(rows.map(({ typeId, body }) => [typeId, body]));
  const unfit = types.map((type) => [type.id, unfitIn(type, bodies.get(type.id) ?? '')] as const);
  return new Map(unfit.filter(([, faults]) => faults.length > 0));
}

/** Says at the start which types in use no letter is made of; staff see them on 证明类型. */
export async function warnOfUnfit(): Promise<void> {
  const types = await CertificateType.findAll({ where: { isRetired: false } });
  for (const [id, faults] of await readUnfit(types)) log.warn({ type: id, faults }, 'a type that the rules refuse');
}
