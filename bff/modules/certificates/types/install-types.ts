import { UniqueConstraintError, type Transaction } from 'sequelize';
import { SYSTEM } from '../../../actor.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { CertificateType, CertificateWording } from '../model.ts';
import { currentWording } from './find-type.ts';
import { sealTypesOfBefore, sealWording, writeSeal } from './soundness/seal-types.ts';
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
  await transaction(rewordShipped);
}

/** Where the wording in force is one that the program shipped earlier, word for word, the present one follows it. */
async function rewordShipped(t: Transaction): Promise<void> {
  for (const { code, wording: body, formerWordings = [] } of SHIPPED_TYPES) {
    if (formerWordings.length === 0) continue;
    // Of several processes that start at once the second finds it done.
    const lock = t.LOCK.UPDATE;
    const type = await CertificateType.findOne({ where: { code }, transaction: t, lock, rejectOnEmpty: true });
    const { version, body: former, rosterTitle } = await currentWording(type.id, t);
    if (!formerWordings.includes(former)) continue;
    const wording = await CertificateWording.create(
      { typeId: type.id, version: version + 1, body, rosterTitle, createdBy: SYSTEM, createdAt: clock.now() },
      { transaction: t },
    );
    await sealWording({ type, wording }, t);
  }
}

async function addMissing(t: Transaction): Promise<void> {
  const existing = new Set(
    (await CertificateType.findAll({ attributes: ['code'], transaction: t })).map((y) => y.code),
  );
  for (const [position, shipped] of SHIPPED_TYPES.entries()) {
    if (existing.has(shipped.code)) continue;
    const { wording, formerWordings: _before, rosterTitle, group, notice, ...columns } = shipped;
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
