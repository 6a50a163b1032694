import { expect, test } from '@jest/globals';
import '../../../models.ts';
import { useDatabase } from '../../../test/database.ts';
import { installShippedTypes } from './install-types.ts';
import { transaction } from '../../../platform/db/database.ts';
import { CertificateType, CertificateWording } from '../model.ts';
import { checkTypes } from './soundness/expect-sound.ts';
import { currentWording } from './find-type.ts';
import { sealWording } from './soundness/seal-types.ts';
import { SHIPPED_TYPES } from './types-shipped.ts';

useDatabase();

test('several processes that start on an empty database install each type once', async () => {
  await Promise.all([1, 2, 3, 4].map(installShippedTypes));
  expect(await CertificateType.count()).toBe(SHIPPED_TYPES.length);
  expect(await CertificateWording.count()).toBe(SHIPPED_TYPES.length);
});

test('a wording that the program shipped earlier is followed by the present one, once, witnessed; what staff wrote stays', async () => {
  await installShippedTypes();
  const code = 'practice-status';
  const type = await CertificateType.findOne({ where: { code }, rejectOnEmpty: true });
  const shipped = SHIPPED_TYPES.find((one) => one.code === code)!;
  const first = await currentWording(type.id);
  expect(shipped.wording).toContain('{{memberStatus}}');
  for (const [body, after] of [
    [shipped.formerWordings![0]!, shipped.wording],
    ['{{member}}是本会会员。', '{{member}}是本会会员。'],
  ] as const) {
    await CertificateWording.destroy({ where: { typeId: type.id } });
    const { typeId, rosterTitle, createdBy, createdAt } = first;
    const wording = await CertificateWording.create({ typeId, version: 1, body, rosterTitle, createdBy, createdAt });
    await transaction((t) => sealWording({ type, wording }, t));
    await Promise.all([1, 2, 3].map(installShippedTypes));
    expect((await currentWording(type.id)).body).toBe(after);
    expect(await CertificateWording.count({ where: { typeId: type.id } })).toBe(after === body ? 1 : 2);
    expect(await checkTypes()).toEqual([]);
  }
});
