import { expect, test } from '@jest/globals';
import { SYSTEM } from '../../../../actor.ts';
import { up } from '../../../../migrations/20261129-85-wordings-with-annexes.ts';
import '../../../../models.ts';
import { database } from '../../../../platform/db/database.ts';
import { useDatabase } from '../../../../test/database.ts';
import { CertificateType, CertificateWording } from '../../model.ts';
import { installShippedTypes } from '../install-types.ts';

useDatabase();

const OLD = '自{{since}}至此证明作出之日，该所及该所执业律师{{subjects}}未受到本会任何行业处分。';
const ANNEXED = '该所全体执业律师名单附后。';

test('an installed wording gets a version that reads well with 附件名单所列60名律师; what staff wrote themselves stays', async () => {
  await installShippedTypes();
  const versionsOf = async (code: string) => {
    const type = await CertificateType.findOne({ where: { code }, rejectOnEmpty: true });
    return CertificateWording.findAll({ where: { typeId: type.id }, order: ['version'] });
  };
  const install = async (code: string, body: string, createdBy: string) => {
    const [first] = await versionsOf(code);
    await first!.update({ body, createdBy });
  };
  await install('firm-some-lawyers-clean', OLD, '审核甲');
  await install('firm-some-lawyers-clean-roster', `${OLD}\n${ANNEXED}`, SYSTEM);
  await install('firm-clean-roster', ANNEXED, '审核甲');
  const before = await CertificateWording.count();
  for (let times = 0; times < 2; times++) await up(database.sequelize.getQueryInterface());
  const bodies = async (code: string) => (await versionsOf(code)).map(({ body }) => body);
  const reworded = OLD.replace('该所及该所执业律师', '该所及');
  expect(await bodies('firm-some-lawyers-clean')).toEqual([OLD, reworded]);
  expect((await bodies('firm-some-lawyers-clean-roster')).at(-1)).toBe(`${reworded}\n该所全体执业律师名单见附件。`);
  expect(await bodies('firm-clean-roster')).toEqual([ANNEXED]);
  expect(await CertificateWording.count()).toBe(before + 3);
});
