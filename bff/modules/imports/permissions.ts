import { clock } from '../../platform/clock/clock.ts';
import { answer, id, staff, type Row } from '../../test/permissions/row.ts';
import { ImportRun } from './model.ts';

const run = async () => {
  const { id: runId } = await ImportRun.create({
    kind: 'firms',
    fileName: '律所.xlsx',
    accountId: 1,
    accountName: '会员管理人员',
    address: '127.0.0.1',
    header: ['licenceNo'],
    state: 'checked',
    total: 0,
    checked: 0,
    applied: 0,
    createdAt: clock.now(),
    endedAt: null,
  });
  return id(runId);
};

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
  markImport: {
    realm: 'staff',
    passes: answer(400, 'registrar', 'administrator'),
    call: async () => ({ params: { kind: 'firms' } }),
  },
  // Nobody but who brought it in has the sheet: who hears so got past the door.
  markImportRun: { realm: 'staff', passes: answer(403, 'registrar', 'administrator'), hasObject: true, call: run },
  showImportRun: { realm: 'staff', passes: staff('registrar'), hasObject: true, call: run },
  listImportRuns: { realm: 'staff', passes: staff('registrar') },
  listImportRunRows: { realm: 'staff', passes: staff('registrar'), call: run },
  // Nobody but who brought it in applies it: who hears so got past the door.
  applyImportRun: { realm: 'staff', passes: answer(403, 'registrar', 'administrator'), hasObject: true, call: run },
  // One that waits for its confirmation has not stopped.
  resumeImportRun: { realm: 'staff', passes: answer(409, 'registrar', 'administrator'), hasObject: true, call: run },
  discardImportRun: { realm: 'staff', passes: staff('registrar'), hasObject: true, call: run },
  downloadTemplate: {
    realm: 'staff',
    passes: staff('registrar'),
    call: async () => ({ params: { kind: 'firms' } }),
  },
};
