import { anyStaff, staff, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  exportQueue: { realm: 'staff', passes: staff('reviewer') },
  exportFirms: { realm: 'staff', passes: anyStaff },
  exportLawyers: { realm: 'staff', passes: anyStaff },
  exportDiscipline: { realm: 'staff', passes: staff('reviewer', 'registrar') },
  exportPapers: { realm: 'staff', passes: staff('reviewer', 'service', 'finance') },
  exportDues: { realm: 'staff', passes: anyStaff },
  exportAssessments: { realm: 'staff', passes: anyStaff },
  exportPayments: { realm: 'staff', passes: staff('finance') },
  exportMessages: { realm: 'staff', passes: staff('reviewer', 'service') },
  exportAudit: { realm: 'staff', passes: staff() },
};
