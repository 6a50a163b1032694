import { UniqueConstraintError, type Transaction } from 'sequelize';
import { SYSTEM } from '../../../actor.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { CertificateType, CertificateWording } from '../model.ts';
import { sealTypesOfBefore, writeSeal } from './seal-types.ts';
import { SHIPPED_NOTICE, SHIPPED_TYPES } from './types-shipped.ts';

/** Adds the shipped types that the installation does not have yet; what staff have changed or retired stays as it is. */
export async function installShippedTypes(): Promise<void> {
  try {
    await transaction(addMissing);
  } catch (error) {
    // Another process of the same first start was faster: its types are there now.
    if (!(error instanceof UniqueConstraintError)) throw error;
    await transaction(addMissing);
  }
  await sealTypesOfBefore();
}

async function addMissing(t: Transaction): Promise<void> {
  const existing = new Set(
    (await CertificateType.findAll({ attributes: ['code'], transaction: t })).map((y) => y.code),
  );
  for (const [position, shipped] of SHIPPED_TYPES.entries()) {
    if (existing.has(shipped.code)) continue;
    const { wording, rosterTitle, group, notice, ...columns } = shipped;
    const type = await CertificateType.create(
      {
        ...columns,
        groupKey: group,
        notice: notice ? `${notice}\n${SHIPPED_NOTICE}` : SHIPPED_NOTICE,
        position,
        isRetired: false,
      },
      { transaction: t },
    );
    const first = await CertificateWording.create(
      { typeId: type.id, version: 1, body: wording, rosterTitle, createdBy: SYSTEM, createdAt: clock.now() },
      { transaction: t },
    );
    await writeSeal({ type, wording: first }, t);
  }
}
