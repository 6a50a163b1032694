import { answer, staff, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  // Without a file: who hears of that got past the door.
  checkImport: {
    realm: 'staff',
    passes: answer(400, 'registrar', 'administrator'),
    call: async () => ({ params: { kind: 'firms' } }),
  },
  applyImport: {
    realm: 'staff',
    passes: answer(400, 'registrar', 'administrator'),
    call: async () => ({ params: { kind: 'firms' }, query: { seen: '0'.repeat(64) } }),
  },
  downloadTemplate: {
    realm: 'staff',
    passes: staff('registrar'),
    call: async () => ({ params: { kind: 'firms' } }),
  },
};
