import type { FirmActor } from '../../actor.ts';
import { content, newKey } from '../../test/factories/certificate.ts';
import { memberActor } from '../../test/factories/registry.ts';
import { doDueWork } from '../../test/office.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { answer, id, ownFirm, type Row } from '../../test/permissions/row.ts';
import { submitBulk } from './submit-bulk.ts';
import { keepsState } from '../../platform/singletons.ts';

const form = ({ lawyer }: Cast) => content({ type: 'firm-some-lawyers-clean', lawyerIds: [lawyer.id] });
/** Lawyers are shut out at the door: only firms apply for others. */
const { lawyer: _lawyer, 'other lawyer': _other, ...firmsOnly } = ownFirm;
let order: number | undefined;
keepsState(() => {
  order = undefined;
});
const bulkId = async (cast: Cast) => {
  order ??= await submitBulk({
    actor: (await memberActor({ firmId: cast.firm.id })) as FirmActor,
    content: form(cast),
    idempotencyKey: newKey(),
  });
  await doDueWork();
  return id(order);
};

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  submitBulk: {
    realm: 'member',
    // The lawyer whom the form names belongs to the first firm, so the other one is told of a wrong field.
    passes: { ...answer(200, 'firm'), ...answer(422, 'other firm') },
    call: async (cast) => {
      const { type, email, since, lawyerIds } = form(cast);
      return { body: { type, email, since, lawyerIds, idempotencyKey: newKey() } };
    },
  },
  preCheckBulk: {
    realm: 'member',
    passes: { ...answer(200, 'firm'), ...answer(422, 'other firm') },
    call: async (cast) => {
      const { type, since, lawyerIds } = form(cast);
      return { body: { type, since, lawyerIds } };
    },
  },
  listBulk: { realm: 'member', passes: answer(200, 'firm', 'other firm') },
  showBulk: { realm: 'member', passes: firmsOnly, hasObject: true, call: bulkId },
  showBulkPaper: { realm: 'member', passes: firmsOnly, hasObject: true, call: bulkId },
  // Nothing of it waits for money: who hears that got past the door.
  startBulkPayment: {
    realm: 'member',
    passes: { ...firmsOnly, ...answer(409, 'firm') },
    hasObject: true,
    call: async (cast) => ({ ...(await bulkId(cast)), body: { channel: 'native' } }),
  },
  cancelBulkPaper: { realm: 'member', passes: { ...firmsOnly, ...answer(409, 'firm') }, hasObject: true, call: bulkId },
  // Nothing was paid for it: pay-bulk.test.ts sees who may read one.
  downloadBulkReceipt: {
    realm: 'member',
    passes: { ...firmsOnly, ...answer(404, 'firm') },
    call: async (cast) => ({ params: { ...(await bulkId(cast)).params, bundleId: 1 } }),
  },
  downloadBulk: { realm: 'member', passes: firmsOnly, hasObject: true, call: bulkId },
};
