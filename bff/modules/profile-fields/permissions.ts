import { staff, type Row } from '../../test/permissions/row.ts';
import { readNewestFieldSettings } from './field-settings.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  showProfileFields: { realm: 'staff', passes: staff('registrar') },
  saveProfileFields: {
    realm: 'staff',
    passes: staff(),
    call: async () => ({ body: { version: (await readNewestFieldSettings()).version, fields: {} } }),
  },
};
