import { makeCorrection } from '../../../test/factories/correction.ts';
import { memberActor } from '../../../test/factories/registry.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { anyMember, id, ownFirm, staff, type Row } from '../../../test/permissions/row.ts';
import { CorrectionRequest } from './correction-model.ts';

/** A request of the firm: the one there is, or a new one. */
async function ofFirm({ firm }: Cast): Promise<CorrectionRequest> {
  const where = { askerKind: 'firm', askerId: firm.id, field: 'address' } as const;
  return (await CorrectionRequest.findOne({ where })) ?? makeCorrection(await memberActor({ firmId: firm.id }));
}

/** Who may say that something is wrong, and who looks at it: the registrar, who keeps the registry. */
export const PERMISSIONS: Record<string, Row> = {
  showCorrectable: { realm: 'member', passes: anyMember },
  findOwnCorrection: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => id((await ofFirm(cast)).id),
  },
  listCorrections: { realm: 'staff', passes: staff('registrar') },
  findCorrection: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async (cast) => id((await ofFirm(cast)).id),
  },
};
