import { clock } from '../../platform/clock/clock.ts';
import { answer, id, staff, type Row } from '../../test/permissions/row.ts';
import { Import } from './model.ts';

const brought = async () => {
  const { id: importId } = await Import.create({
    fileName: '个人档案.xlsx',
    source: '省律协会员系统',
    asOf: '2026-01-05',
    withSensitive: false,
    accountId: 1,
    accountName: '会员管理人员',
    address: '127.0.0.1',
    state: 'checked',
    total: 0,
    checked: 0,
    applied: 0,
    createdAt: clock.now(),
    endedAt: null,
  });
  return id(importId);
};

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  downloadProfileTemplate: { realm: 'staff', passes: staff('registrar') },
  // Without a file: who hears of that got past the door.
  stageProfileImport: {
    realm: 'staff',
    passes: answer(400, 'registrar', 'administrator'),
    call: async () => ({ query: { source: '省律协会员系统', asOf: '2026-01-05', sensitive: 'no' } }),
  },
  listProfileImports: { realm: 'staff', passes: staff('registrar') },
  showProfileImport: { realm: 'staff', passes: staff('registrar'), hasObject: true, call: brought },
  listProfileImportLawyers: { realm: 'staff', passes: staff('registrar'), call: brought },
  addImportPhotos: { realm: 'staff', passes: answer(400, 'registrar', 'administrator'), call: brought },
  listProfileImportPhotos: { realm: 'staff', passes: staff('registrar'), call: brought },
  // Nobody but who brought it in has it written: who hears so got past the door.
  applyProfileImport: {
    realm: 'staff',
    passes: answer(403, 'registrar', 'administrator'),
    hasObject: true,
    call: brought,
  },
  // One that waits for its confirmation has not stopped.
  resumeProfileImport: {
    realm: 'staff',
    passes: answer(409, 'registrar', 'administrator'),
    hasObject: true,
    call: brought,
  },
  discardProfileImport: { realm: 'staff', passes: staff('registrar'), hasObject: true, call: brought },
};
