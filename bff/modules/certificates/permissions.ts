import type { Call } from '../../test/api.ts';
import { content, issue, newKey, submit, typeData } from '../../test/factories/certificate.ts';
import { makeDiscipline, memberActor, staffActor } from '../../test/factories/registry.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { issuedOnce } from '../../test/permissions/issued-once.ts';
import { answer, anyMember, id, ownFirm, staff, type Row } from '../../test/permissions/row.ts';
import { withdrawDiscipline } from '../registry/discipline/withdraw-discipline.ts';
import { CertificateMatter } from './matters/model.ts';
import { Certificate } from './model.ts';
import { returnApplication } from './completion/return-application.ts';
import { createType } from './types/create-type.ts';
import { fingerprintOfShown } from './review/what-was-seen.ts';
import { currentWording } from './types/find-type.ts';

const form = () => {
  const { type, email, since } = content();
  return { type, email, since };
};
const waiting = async ({ firm }: Cast) =>
  submit(await memberActor({ firmId: firm.id }), { type: 'firm-other', since: undefined, freeText: '内容' });
const waitingId = async (cast: Cast) => id((await waiting(cast)).id);
const issuedId = async (cast: Cast) => id((await issuedOnce(cast)).applicationId);
const versioned = (type: { id: number; version: number }): Call => ({
  ...id(type.id),
  body: { version: type.version },
});
const DRAFT = { body: '兹证明{{firm}}为本会会员。', rosterTitle: '' };
/** A certificate of its own each time: who is let in ends it. */
const standing =
  (body: object) =>
  async ({ firm }: Cast): Promise<Call> => {
    const { applicationId } = await issue(await memberActor({ firmId: firm.id }));
    return { params: { id: applicationId }, body };
  };
const reviewers = { realm: 'staff', passes: staff('reviewer'), hasObject: true } as const;

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  // certificates, members
  showWorkbench: { realm: 'member', passes: anyMember },
  listTypes: { realm: 'member', passes: anyMember },
  showSample: {
    realm: 'member',
    // A sample of what one may not ask for is not shown either.
    passes: { ...answer(200, 'firm', 'other firm'), ...answer(422, 'lawyer', 'other lawyer') },
    hasObject: true,
    missing: 422,
    call: async () => ({ params: { code: 'firm-clean' } }),
  },
  pictureSample: {
    realm: 'member',
    passes: { ...answer(200, 'firm', 'other firm'), ...answer(422, 'lawyer', 'other lawyer') },
    hasObject: true,
    missing: 422,
    call: async () => ({ params: { code: 'firm-clean', page: 1 } }),
  },
  previewApplication: {
    realm: 'member',
    passes: { ...answer(200, 'firm', 'other firm'), ...answer(422, 'lawyer', 'other lawyer') },
    call: async () => ({ body: form() }),
  },
  showOffers: { realm: 'member', passes: anyMember },
  preCheck: {
    realm: 'member',
    passes: { ...answer(200, 'firm', 'other firm'), ...answer(422, 'lawyer', 'other lawyer') },
    call: async () => {
      const { type, since } = form();
      return { body: { type, since } };
    },
  },
  picturePreview: {
    realm: 'member',
    passes: { ...answer(200, 'firm', 'other firm'), ...answer(422, 'lawyer', 'other lawyer') },
    call: async () => ({ params: { page: 1 }, body: form() }),
  },
  submitApplication: {
    realm: 'member',
    passes: { ...answer(200, 'firm', 'other firm'), ...answer(422, 'lawyer', 'other lawyer') },
    call: async () => ({ body: { ...form(), idempotencyKey: newKey() } }),
  },
  listApplications: { realm: 'member', passes: anyMember },
  showApplication: { realm: 'member', passes: ownFirm, hasObject: true, call: waitingId },
  completeApplication: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => {
      const application = await waiting(cast);
      const words = { reason: '材料不清', request: '补充材料', seen: fingerprintOfShown(application) };
      await returnApplication({ actor: staffActor('reviewer'), id: application.id, ...words });
      const body = { type: 'firm-other', email: 'post@example.com', freeText: '内容', idempotencyKey: newKey() };
      return { ...id(application.id), body };
    },
  },
  showReapplication: { realm: 'member', passes: ownFirm, hasObject: true, call: waitingId },
  previewWaiting: { realm: 'member', passes: ownFirm, hasObject: true, call: waitingId },
  pictureWaiting: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => ({ params: { ...(await waitingId(cast)).params, page: 1 } }),
  },
  withdrawApplication: { realm: 'member', passes: ownFirm, hasObject: true, call: waitingId },
  downloadCertificate: { realm: 'member', passes: ownFirm, hasObject: true, call: issuedId },
  pictureCertificate: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => ({ params: { ...(await issuedId(cast)).params, page: 1 } }),
  },
  mailCertificate: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => ({ ...(await issuedId(cast)), body: {} }),
  },
  // certificates, staff
  listQueue: { realm: 'staff', passes: staff('reviewer') },
  showStaffApplication: { realm: 'staff', passes: staff('reviewer'), hasObject: true, call: waitingId },
  showStaffPdf: { realm: 'staff', passes: staff('reviewer'), hasObject: true, call: issuedId },
  decideApplication: {
    realm: 'staff',
    passes: staff('reviewer'),
    hasObject: true,
    call: async (cast) => {
      const application = await waiting(cast);
      const seen = fingerprintOfShown(application);
      return { ...id(application.id), body: { verdict: 'reject', opinion: '材料不齐', seen } };
    },
  },
  lookAgain: { realm: 'staff', passes: staff('reviewer'), hasObject: true, call: waitingId },
  retryIssue: {
    realm: 'staff',
    passes: staff('reviewer'),
    hasObject: true,
    call: async ({ firm }) => {
      const application = await submit(await memberActor({ firmId: firm.id }));
      await Certificate.update({ issueState: 'failed' }, { where: { applicationId: application.id } });
      return id(application.id);
    },
  },
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
  announcePresence: { realm: 'staff', passes: staff('reviewer'), hasObject: true, call: ofFirm },
  endPresence: { realm: 'staff', passes: staff('reviewer'), hasObject: true, call: ofFirm },
  openReading: { realm: 'staff', passes: staff('reviewer'), hasObject: true, call: waitingId },
  finishReading: {
    realm: 'staff',
    // Nobody has opened this reading: who hears of that got past the door.
    passes: { reviewer: 404, administrator: 404 },
    hasObject: true,
    call: async (cast) => ({ params: { ...(await waitingId(cast)).params, reading: 1 } }),
  },
  listOwnWords: { realm: 'staff', passes: staff('reviewer') },
  showReviewStatistics: { realm: 'staff', passes: staff('reviewer') },
  listMatters: { realm: 'staff', passes: staff('registrar', 'reviewer') },
  settleMatter: {
    realm: 'staff',
    passes: staff('registrar', 'reviewer'),
    hasObject: true,
    call: async ({ firm }) => {
      const certificate = await issue(await memberActor({ firmId: firm.id }));
      const record = await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, state: 'open' });
      const matter = await CertificateMatter.findOne({
        where: { certificateId: certificate.id },
        order: [['id', 'DESC']],
        rejectOnEmpty: true,
      });
      const { id: recordId, version } = record;
      await withdrawDiscipline({ actor: staffActor('registrar'), id: recordId, version, reason: '对象有误' });
      return { ...id(matter.id), body: { act: 'uphold', reason: '与登记核对无误' } };
    },
  },
  revokeCertificate: { ...reviewers, call: standing({ reason: '事实有误' }) },
  previewReplacement: { ...reviewers, call: standing({}) },
  printReplacement: {
    ...reviewers,
    // Nobody has seen this preview: who hears of that got past the door.
    passes: { reviewer: 409, administrator: 409 },
    call: standing({ seen: '0'.repeat(64) }),
  },
  replaceCertificate: {
    ...reviewers,
    // Nobody has seen a preview of this one either.
    passes: { reviewer: 409, administrator: 409 },
    call: standing({ reason: '更正用途', seen: '0'.repeat(64) }),
  },
};

async function ofFirm({ firm }: Cast): Promise<Call> {
  return id((await submit(await memberActor({ firmId: firm.id }))).id);
}

/** A certificate type that nothing else in these tests uses. */
async function ownType() {
  return (await createType({ actor: staffActor('administrator'), input: typeData() })).type;
}
