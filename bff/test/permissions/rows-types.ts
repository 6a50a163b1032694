import { createType } from '../../modules/certificates/types/create-type.ts';
import { currentWording } from '../../modules/certificates/types/find-type.ts';
import { readOpinions } from '../../modules/settings/opinions.ts';
import type { Call } from '../api.ts';
import type { Cast } from './callers.ts';
import { submit, typeData } from '../factories/certificate.ts';
import { id, staff, type Row } from './row.ts';
import { memberActor, staffActor } from '../factories/registry.ts';

/** Certificate types and their wordings: the administrator's. */
export const TYPE_ROWS: Record<string, Row> = {
  listTypesForStaff: { realm: 'staff', passes: staff('reviewer') },
  showTypeForStaff: { realm: 'staff', passes: staff(), hasObject: true, call: async () => id((await ownType()).id) },
  createType: { realm: 'staff', passes: staff(), call: async () => ({ body: typeData() }) },
  updateType: {
    realm: 'staff',
    passes: staff(),
    hasObject: true,
    call: async () => {
      const type = await ownType();
      return { ...id(type.id), body: typeData({ version: type.version }) };
    },
  },
  retireType: { realm: 'staff', passes: staff(), hasObject: true, call: async () => versioned(await ownType()) },
  offerType: { realm: 'staff', passes: staff(), hasObject: true, call: async () => versioned(await ownType()) },
  listWordings: { realm: 'staff', passes: staff(), hasObject: true, call: async () => id((await ownType()).id) },
  showWording: {
    realm: 'staff',
    passes: staff('reviewer'),
    hasObject: true,
    call: async () => id((await currentWording((await ownType()).id)).id),
  },
  previewWording: {
    realm: 'staff',
    passes: staff(),
    hasObject: true,
    call: async () => ({ ...id((await ownType()).id), body: { ...DRAFT, situation: 'typical' } }),
  },
  publishWording: {
    realm: 'staff',
    passes: staff(),
    hasObject: true,
    call: async () => ({ ...id((await ownType()).id), body: { ...DRAFT, basedOn: 1 } }),
  },
};

/** The review desk. */
export const REVIEW_ROWS: Record<string, Row> = {
  announcePresence: { realm: 'staff', passes: staff('reviewer'), hasObject: true, call: ofFirm },
  endPresence: { realm: 'staff', passes: staff('reviewer'), hasObject: true, call: ofFirm },
  showOpinions: { realm: 'staff', passes: staff('reviewer') },
  updateOpinions: {
    realm: 'staff',
    passes: staff('reviewer'),
    call: async () => ({ body: { opinions: ['请补充材料后重新申请。'], version: (await readOpinions()).version } }),
  },
  showReviewStatistics: { realm: 'staff', passes: staff('reviewer') },
};

async function ofFirm({ firm }: Cast): Promise<Call> {
  return id((await submit(await memberActor({ firmId: firm.id }))).id);
}

/** A certificate type that nothing else in these tests uses. */
async function ownType() {
  return (await createType({ actor: staffActor('administrator'), input: typeData() })).type;
}
const versioned = (type: { id: number; version: number }): Call => ({
  ...id(type.id),
  body: { version: type.version },
});
const DRAFT = { body: '兹证明{{firm}}为本会会员。', rosterTitle: '' };
