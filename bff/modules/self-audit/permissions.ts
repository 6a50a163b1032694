import { SYSTEM } from '../../actor.ts';
import { id, staff, type Row } from '../../test/permissions/row.ts';
import { SelfAudit } from './model.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listSelfAudits: { realm: 'staff', passes: staff('reviewer') },
  listSelfAuditFaults: {
    realm: 'staff',
    passes: staff('reviewer'),
    hasObject: true,
    call: async () => id(await selfAudit()),
  },
  startSelfAudit: { realm: 'staff', passes: staff(), call: async () => ({ body: {} }) },
};

/** Of the last round; the one that is asked for first is finished at once, or another could not be asked for. */
async function selfAudit(): Promise<number> {
  const scope = { scope: 'share', startedBy: SYSTEM, untilCertificateId: 0 } as const;
  const round = { ...scope, startedAt: 0, finishedAt: 1, checked: 0, faulty: 0, orphans: 0 };
  return (await SelfAudit.create(round)).id;
}
