import { CertificateType } from '../../modules/certificates/model.ts';
import { writeSeal } from '../../modules/certificates/types/soundness/seal-types.ts';
import { transaction } from '../../platform/db/database.ts';
import type { InferAttributes } from 'sequelize';

/** Changes a type as an administrator's save does, whatever the page would say to it. */
export async function editType(code: string, change: Partial<InferAttributes<CertificateType>>): Promise<void> {
  await transaction(async (t) => {
    const type = await CertificateType.findOne({ where: { code }, rejectOnEmpty: true, transaction: t });
    await writeSeal({ type: await type.update(change, { transaction: t }) }, t);
  });
}
