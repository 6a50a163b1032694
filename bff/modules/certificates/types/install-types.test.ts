import { expect, test } from '@jest/globals';
import '../../../models.ts';
import { useDatabase } from '../../../test/database.ts';
import { installShippedTypes } from './install-types.ts';
import { CertificateType, CertificateWording } from '../model.ts';
import { SHIPPED_TYPES } from './types-shipped.ts';

useDatabase();

test('several processes that start on an empty database install each type once', async () => {
  await Promise.all([1, 2, 3, 4].map(installShippedTypes));
  expect(await CertificateType.count()).toBe(SHIPPED_TYPES.length);
  expect(await CertificateWording.count()).toBe(SHIPPED_TYPES.length);
});
