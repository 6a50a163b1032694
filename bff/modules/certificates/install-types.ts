import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { CertificateType, CertificateWording } from './model.ts';
import { SHIPPED_NOTICE, SHIPPED_TYPES } from './types-shipped.ts';

/** Adds the shipped types that the installation does not have yet; what staff have changed or retired stays as it is. */
export async function installShippedTypes(): Promise<void> {
  await transaction(async (t) => {
    const existing = new Set(
      (await CertificateType.findAll({ attributes: ['code'], transaction: t })).map((y) => y.code),
    );
    for (const [position, shipped] of SHIPPED_TYPES.entries()) {
      if (existing.has(shipped.code)) continue;
      const { wording, rosterTitle, group, ...columns } = shipped;
      const type = await CertificateType.create(
        { ...columns, groupKey: group, notice: SHIPPED_NOTICE, position, isRetired: false },
        { transaction: t },
      );
      await CertificateWording.create(
        { typeId: type.id, version: 1, body: wording, rosterTitle, createdBy: '系统', createdAt: clock.now() },
        { transaction: t },
      );
    }
  });
}
