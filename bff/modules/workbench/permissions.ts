import { anyStaff, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  showOverview: { realm: 'staff', passes: anyStaff },
  showDesk: { realm: 'staff', passes: anyStaff },
  showWaiting: { realm: 'staff', passes: anyStaff },
};
