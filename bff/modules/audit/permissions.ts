import { staff, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listAudit: { realm: 'staff', passes: staff() },
};
