import { answer, staff, anyStaff, type Row } from './row.ts';

/** The staff's lists as Excel: whoever may read the list. */
export const EXPORT_ROWS: Record<string, Row> = {
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
  exportQueue: { realm: 'staff', passes: staff('reviewer') },
  exportFirms: { realm: 'staff', passes: anyStaff },
  exportLawyers: { realm: 'staff', passes: anyStaff },
  exportDiscipline: { realm: 'staff', passes: staff('reviewer', 'registrar') },
  exportPapers: { realm: 'staff', passes: staff('reviewer', 'service', 'finance') },
  exportAudit: { realm: 'staff', passes: staff() },
};
