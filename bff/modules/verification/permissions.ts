import { issuedOnce } from '../../test/permissions/issued-once.ts';
import type { Row } from '../../test/permissions/row.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  // verification
  verifyToken: {
    realm: 'public',
    answer: 200,
    call: async (cast) => ({ params: { token: (await issuedOnce(cast)).token } }),
  },
  verifyNumber: {
    realm: 'public',
    answer: 200,
    call: async (cast) => {
      const { number, code } = await issuedOnce(cast);
      return { body: { number, code } };
    },
  },
  verifyCopy: {
    realm: 'public',
    answer: 200,
    call: async (cast) => ({ body: { number: (await issuedOnce(cast)).number, serial: '2611220001-01-00000000' } }),
  },
  listSigners: { realm: 'public', answer: 200 },
  verifyFile: {
    realm: 'public',
    answer: 200,
    call: async (cast) => ({ body: { sha256: (await issuedOnce(cast)).sha256 } }),
  },
};
