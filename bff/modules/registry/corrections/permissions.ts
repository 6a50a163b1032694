import type { Call } from '../../../test/api.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { PNG } from '../../../test/files.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { anyMember, id, ownFirm, staff, type Row } from '../../../test/permissions/row.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { CorrectionRequest } from './correction-model.ts';

/** A request of the firm that is open: the one there is, or a new one. */
async function openOf({ firm }: Cast): Promise<CorrectionRequest> {
  const where = { askerKind: 'firm', askerId: firm.id, state: 'open', field: 'address' } as const;
  const open = await CorrectionRequest.findOne({ where });
  return open ?? makeCorrection(await memberActor({ firmId: firm.id }));
}

/** A request of a firm of its own with a file. */
async function proven({ firmId }: { firmId: number }): Promise<Call> {
  const actor = await memberActor({ firmId });
  const { token } = await uploadFile({ actor, name: '决定书.png', bytes: PNG });
  // Another entry than the one that is open.
  await CorrectionRequest.update({ openKey: null, state: 'withdrawn' }, { where: { askerId: firmId, field: 'dues' } });
  const request = await makeCorrection(actor, { field: 'dues', wanted: '2025年度已缴清', attachments: [token] });
  return { params: { id: request.id, file: token } };
}

/** Who may say that something is wrong, and who decides it: the registrar, who keeps the registry. */
export const PERMISSIONS: Record<string, Row> = {
  showCorrectable: { realm: 'member', passes: anyMember },
  requestCorrection: {
    realm: 'member',
    passes: anyMember,
    call: async () => ({
      body: { field: 'email', wanted: 'new@example.com', reason: '原邮箱已停用', idempotencyKey: newKey() },
    }),
  },
  listOwnCorrections: { realm: 'member', passes: anyMember },
  showOwnCorrection: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => id((await openOf(cast)).id),
  },
  withdrawCorrection: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => id((await openOf(cast)).id),
  },
  showOwnProof: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: ({ firm }) => proven({ firmId: firm.id }),
  },
  listCorrections: { realm: 'staff', passes: staff('registrar') },
  showCorrection: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async (cast) => id((await openOf(cast)).id),
  },
  decideCorrection: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async () => {
      const request = await makeCorrection(await memberActor({ firmId: (await makeFirm()).id }));
      return { ...id(request.id), body: { verdict: 'refuse', opinion: '请补充决定书', version: request.version } };
    },
  },
  showCorrectionProof: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async () => proven({ firmId: (await makeFirm()).id }),
  },
};
