import { z } from 'zod';
import { Application, Certificate } from '../../modules/certificates/model.ts';
import { Session } from '../../modules/accounts/model.ts';
import { SelfAudit } from '../../modules/self-audit/model.ts';
import { select } from '../../platform/db/database.ts';
import { memberToken, type Call } from '../api.ts';
import type { Caller, Cast } from './callers.ts';
import { BULK_ROWS } from './bulk.ts';
import { EXPORT_ROWS } from './exports.ts';
import { PAPER_ROWS } from './papers.ts';
import { answer, anyMember, anyStaff, id, newcomers, ownFirm, staff, type Row } from './row.ts';
import { content, issue, newKey, submit } from '../factories/certificate.ts';
import { addJob } from '../jobs.ts';
import { RECORD_ROWS } from './records.ts';
import { REGISTRY_ROWS } from './registry.ts';
import { STANDING_ROWS } from './standing.ts';
import { PAYMENT_ROWS } from './payments.ts';
import { WECHAT_ROWS } from './wechat.ts';
import { PEOPLE_ROWS } from './people.ts';
import { memberActor } from '../factories/registry.ts';
import { uploadFile } from '../../modules/files/upload-file.ts';
import { PNG } from '../files.ts';
import { REVIEW_ROWS, TYPE_ROWS } from './rows-types.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { update } from '../../platform/jobs/claim.ts';
import { keepsState } from '../../platform/singletons.ts';

const form = () => {
  const { type, email, since } = content();
  return { type, email, since };
};
const waiting = async ({ firm }: Cast) =>
  submit(await memberActor({ firmId: firm.id }), { type: 'firm-other', since: undefined, freeText: '内容' });
let issued: Certificate | undefined;
const issuedOnce = async ({ firm }: Cast) => (issued ??= await issue(await memberActor({ firmId: firm.id })));
const applicationOf = async (certificate: Certificate) =>
  Application.findByPk(certificate.applicationId, { rejectOnEmpty: true });
let attached: Call | undefined;
keepsState(() => {
  issued = attached = undefined;
});
const attachedOnce = async ({ firm }: Cast): Promise<Call> => {
  if (attached) return attached;
  const actor = await memberActor({ firmId: firm.id });
  const { token } = await uploadFile({ actor, name: '同意书.png', bytes: PNG });
  const proven = await submit(actor, { type: 'practice-status', attachments: [token], consent: true });
  return (attached = { params: { id: proven.id, file: token } });
};

const waitingId = async (cast: Cast) => id((await waiting(cast)).id);
const issuedId = async (cast: Cast) => id((await applicationOf(await issuedOnce(cast))).id);
/** Too short a password: who hears of that got past the door. */
const shortPassword = async (): Promise<Call> => ({ body: { current: 'x', next: 'y' } });
const wrongPassword = async (): Promise<Call> => ({ body: { login: '', password: '' } });

export const TABLE: Record<string, Row> = {
  // accounts
  signIn: { realm: 'public', answer: 422, call: wrongPassword },
  showSession: { realm: 'member', passes: { ...anyMember, ...newcomers } },
  signOut: { realm: 'member', passes: { ...anyMember, ...newcomers } },
  changePassword: {
    realm: 'member',
    passes: answer(422, 'firm', 'other firm', 'lawyer', 'other lawyer', 'new firm', 'new lawyer'),
    call: shortPassword,
  },
  listDevices: { realm: 'member', passes: anyMember },
  revokeDevice: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async ({ firm }) => {
      const tokenHash = hashToken(await memberToken({ firmId: firm.id }));
      return id((await Session.findOne({ where: { tokenHash }, rejectOnEmpty: true })).id);
    },
  },
  staffSignIn: { realm: 'public', answer: 422, call: wrongPassword },
  showStaffSession: { realm: 'staff', passes: { ...anyStaff, ...answer(200, 'new staff') } },
  staffSignOut: { realm: 'staff', passes: { ...anyStaff, ...answer(200, 'new staff') } },
  changeStaffPassword: {
    realm: 'staff',
    passes: answer(422, ...(Object.keys(anyStaff) as Caller[]), 'new staff'),
    call: shortPassword,
  },

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
    call: async (cast) => ({ ...(await waitingId(cast)), body: { verdict: 'reject', opinion: '材料不齐' } }),
  },
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
  ...STANDING_ROWS,
  ...WECHAT_ROWS,
  ...PAYMENT_ROWS,

  // files
  uploadFile: { realm: 'member', passes: answer(400, 'firm', 'other firm', 'lawyer', 'other lawyer') },
  showAttachment: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: attachedOnce,
  },
  showStaffAttachment: {
    realm: 'staff',
    passes: staff('reviewer'),
    hasObject: true,
    call: attachedOnce,
  },

  ...TYPE_ROWS,
  ...REVIEW_ROWS,

  // registry, members
  showOwnRecord: { realm: 'member', passes: anyMember },
  listOwnLawyers: { realm: 'member', passes: answer(200, 'firm', 'other firm') },

  // registry, staff
  ...REGISTRY_ROWS,
  ...RECORD_ROWS,

  ...BULK_ROWS,
  ...EXPORT_ROWS,
  ...PAPER_ROWS,

  // verification
  verifyToken: {
    realm: 'public',
    answer: 200,
    call: async (cast) => ({ params: { token: (await issuedOnce(cast)).token } }),
  },
  verifyNumber: {
    realm: 'public',
    answer: 200,
    call: async (cast) => {
      const { number, code } = await issuedOnce(cast);
      return { body: { number, code } };
    },
  },
  verifyCopy: {
    realm: 'public',
    answer: 200,
    call: async (cast) => ({ body: { number: (await issuedOnce(cast)).number, serial: '2611220001-01-00000000' } }),
  },
  verifyFile: {
    realm: 'public',
    answer: 200,
    call: async (cast) => ({ body: { sha256: (await issuedOnce(cast)).sha256 } }),
  },

  ...PEOPLE_ROWS,

  // office
  showPublicSettings: { realm: 'public', answer: 200 },
  showSettings: { realm: 'staff', passes: staff() },
  updateSettings: { realm: 'staff', passes: answer(422, 'administrator'), call: async () => ({ body: {} }) },
  showOverview: { realm: 'staff', passes: anyStaff },
  listAudit: { realm: 'staff', passes: staff() },
  listSelfAudits: { realm: 'staff', passes: staff('reviewer') },
  listSelfAuditFaults: {
    realm: 'staff',
    passes: staff('reviewer'),
    hasObject: true,
    call: async () => id(await selfAudit()),
  },
  startSelfAudit: { realm: 'staff', passes: staff(), call: async () => ({ body: {} }) },
  listJobs: { realm: 'staff', passes: staff('reviewer') },
  retryJob: {
    realm: 'staff',
    passes: staff('reviewer'),
    hasObject: true,
    call: async () => {
      await addJob('of-nobody');
      const [job] = await select(z.strictObject({ id: z.int() }), 'SELECT MAX(id) AS id FROM jobs', []);
      await update(`UPDATE jobs SET state = 'dead' WHERE id = ?`, [job?.id]);
      return id(job?.id ?? 0);
    },
  },
};

/** Of the last round; the one that is asked for first is finished at once, or another could not be asked for. */
async function selfAudit(): Promise<number> {
  const scope = { scope: 'share', startedBy: '系统', untilCertificateId: 0 } as const;
  const round = { ...scope, startedAt: 0, finishedAt: 1, checked: 0, faulty: 0, orphans: 0 };
  return (await SelfAudit.create(round)).id;
}
