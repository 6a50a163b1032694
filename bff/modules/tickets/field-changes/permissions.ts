import { newKey } from '../../../test/factories/certificate.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { PNG } from '../../../test/files.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { anyMember, answer, id, invalid, ownFirm, staff, type Row } from '../../../test/permissions/row.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { CorrectionRequest } from '../../registry/corrections/correction-model.ts';

/** A request of the firm: the one there is, or a new one. */
async function ofFirm({ firm }: Pick<Cast, 'firm'>): Promise<CorrectionRequest> {
  const where = { askerKind: 'firm', askerId: firm.id, field: 'address' } as const;
  return (await CorrectionRequest.findOne({ where })) ?? makeCorrection(await memberActor({ firmId: firm.id }));
}

/** What a ticket asks of the registry is looked at and decided by the registrar, who keeps it. */
export const PERMISSIONS: Record<string, Row> = {
  openFieldChange: {
    realm: 'member',
    passes: anyMember,
    call: async () => ({
      body: { field: 'email', wanted: 'new@example.com', reason: '原邮箱已停用', idempotencyKey: newKey() },
    }),
  },
  // 转入 is asked for by firms, with proof that they have sent themselves; a lawyer is told so in words.
  openJoining: {
    realm: 'member',
    passes: { ...answer(200, 'firm'), ...invalid('other firm'), ...answer(403, 'lawyer', 'other lawyer') },
    call: async ({ firm }) => {
      const actor = await memberActor({ firmId: firm.id });
      const { token } = await uploadFile({ actor, name: '执业证.png', bytes: PNG });
      return {
        body: {
          name: '林知远',
          licenceNo: '14499201010109999',
          on: '2026-11-02',
          reason: '已领取新的执业证，申请转入本所',
          attachments: [token],
          idempotencyKey: newKey(),
        },
      };
    },
  },
  findFirmsToJoin: { realm: 'member', passes: anyMember, call: async () => ({ query: { search: '江海' } }) },
  showOwnFieldChange: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => id((await ofFirm(cast)).ticketId),
  },
  showFieldChange: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async (cast) => id((await ofFirm(cast)).ticketId),
  },
  showFieldChangeEffects: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async (cast) => id((await ofFirm(cast)).ticketId),
  },
  decideFieldChange: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async () => ({
      ...id((await ofFirm({ firm: await makeFirm() })).ticketId),
      body: { verdict: 'refuse', version: 1, body: '与执业许可证一致，不予更正' },
    }),
  },
};
