import { staff, anyStaff, type Row } from './permission-row.ts';

/** The staff's lists as Excel: whoever may read the list. */
export const EXPORT_ROWS: Record<string, Row> = {
  exportQueue: { realm: 'staff', passes: staff('reviewer') },
  exportFirms: { realm: 'staff', passes: anyStaff },
  exportLawyers: { realm: 'staff', passes: anyStaff },
  exportDiscipline: { realm: 'staff', passes: staff('reviewer', 'registrar') },
  exportPapers: { realm: 'staff', passes: staff('reviewer', 'service', 'finance') },
  exportAudit: { realm: 'staff', passes: staff() },
};
