import { Account } from '../../modules/accounts/model.ts';
import { reopenStaff } from '../../modules/staff-accounts/update-staff.ts';
import { InboxEntry } from '../../modules/notifications/model.ts';
import { sendLater } from '../../modules/outbox/send-later.ts';
import { countMail } from '../../modules/recipients/count-mail.ts';
import { ContactChange } from '../../modules/registry/contacts/contact-change-model.ts';
import { transaction } from '../../platform/db/database.ts';
import type { Call } from '../api.ts';
import type { Caller } from './callers.ts';
import { issue } from '../factories/certificate.ts';
import { answer, anyMember, ownFirm, staff, type Row } from './row.ts';
import { makeStaffAccount, memberActor, staffActor } from '../factories/registry.ts';
import { keepsState } from '../../platform/singletons.ts';

const MEMBERS: Caller[] = ['firm', 'other firm', 'lawyer', 'other lawyer'];
const STAFF: Caller[] = ['reviewer', 'registrar', 'events', 'service', 'finance', 'administrator', 'new staff'];
const invalid = (...callers: Caller[]) => answer(422, ...callers);
const nothing = async (): Promise<Call> => ({ body: {} });
/** A mailbox that a member has had a mail sent to. */
const aRecipient = async () => {
  const address = 'stranger@example.com';
  await transaction((t) => countMail({ address, limit: null }, t));
  return { body: { address } };
};
let colleagues = 0;
keepsState(() => {
  colleagues = 0;
});
/** Another administrator asks to reopen a colleague's account. */
const aChange = async (): Promise<Call> => {
  const asker = await makeStaffAccount(`asker${++colleagues}`, 'correct horse 1', ['administrator']);
  const { id } = await makeStaffAccount(`cashier${++colleagues}`, 'correct horse 1', ['finance']);
  await Account.update({ isClosed: true }, { where: { id } });
  const waiting = await reopenStaff({ actor: { ...staffActor('administrator'), accountId: asker.id }, id });
  return { params: { id: waiting?.id ?? 0 } };
};
/** A staff account of its own each time: who is let in changes it. */
const colleague = async (): Promise<Call> => ({
  params: { id: (await makeStaffAccount(`colleague${++colleagues}`, 'correct horse 1', ['service'])).id },
});

/** Rows of the permission table: what members are told, what of it staff see, and who may sign in. */
export const PEOPLE_ROWS: Record<string, Row> = {
  listInbox: { realm: 'member', passes: anyMember },
  countUnread: { realm: 'member', passes: anyMember },
  markInboxRead: {
    realm: 'member',
    passes: ownFirm,
    call: async ({ firm }) => {
      const { applicationId } = await issue(await memberActor({ firmId: firm.id }));
      return {
        body: {
          id: (
            await InboxEntry.findOne({
              where: { subjectKind: 'application', subjectId: applicationId },
              rejectOnEmpty: true,
            })
          ).id,
        },
      };
    },
  },
  listMessages: { realm: 'staff', passes: staff('reviewer', 'service') },
  resendMessage: {
    realm: 'staff',
    passes: staff('reviewer', 'service'),
    hasObject: true,
    call: async () => {
      const mail = { recipient: 'post@example.com', template: 'approved' as const, data: { number: '1' } };
      return { params: { id: (await transaction((t) => sendLater(mail, t))).id } };
    },
  },

  // recipients: who is told that there is no such link got past the door
  readMailStop: { realm: 'public', answer: 404, call: async () => ({ body: { token: 'x'.repeat(43) } }) },
  stopMail: { realm: 'public', answer: 404, call: async () => ({ body: { token: 'x'.repeat(43) } }) },
  lookUpRecipient: { realm: 'staff', passes: staff('reviewer', 'service'), call: aRecipient },
  readmitRecipient: {
    realm: 'staff',
    passes: staff('reviewer', 'service'),
    call: async () => ({ body: { ...(await aRecipient()).body, reason: '收件人来电' } }),
  },

  // changes that take two persons
  listChanges: { realm: 'staff', passes: staff() },
  confirmChange: { realm: 'staff', passes: staff(), hasObject: true, call: aChange },
  declineChange: { realm: 'staff', passes: staff(), hasObject: true, call: aChange },
  // Nobody but who asked takes it back: who hears so got past the door.
  withdrawChange: { realm: 'staff', passes: answer(403, 'administrator'), hasObject: true, call: aChange },

  // accounts
  showContacts: { realm: 'member', passes: anyMember },
  // Who hears of a missing password or code got past the door.
  requestEmailCode: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  requestPhoneCode: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  confirmPhone: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  confirmEmail: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  requestReset: { realm: 'public', answer: 422, call: nothing },
  resetPassword: { realm: 'public', answer: 422, call: nothing },

  // activation
  requestActivationText: { realm: 'public', answer: 422, call: nothing },
  activate: { realm: 'public', answer: 422, call: nothing },
  requestForLawyer: {
    realm: 'member',
    passes: { ...answer(200, 'firm'), ...answer(404, 'other firm') },
    call: async ({ lawyer }) => ({ body: { lawyerId: lawyer.id } }),
  },
  listActivations: { realm: 'staff', passes: staff('registrar', 'service') },
  showActivation: {
    realm: 'staff',
    passes: staff('registrar', 'service'),
    call: async ({ firm }) => ({ query: { kind: 'firm', id: String(firm.id) } }),
  },
  handOverCode: {
    realm: 'staff',
    passes: staff('registrar', 'service'),
    hasObject: true,
    call: async ({ lawyer }) => {
      const { id: accountId } = await Account.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
      await Account.update({ passwordHash: null }, { where: { id: accountId } });
      return { params: { id: accountId } };
    },
  },
  sendActivations: { realm: 'staff', passes: invalid('registrar', 'service', 'administrator'), call: nothing },
  printActivations: { realm: 'staff', passes: invalid('registrar', 'service', 'administrator'), call: nothing },
  listContactChanges: { realm: 'staff', passes: staff('registrar') },
  decideContactChange: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async ({ firm }) => {
      const stamps = {
        state: 'waiting' as const,
        decidedByName: '',
        decidedAt: null,
        askedAt: 1,
        askedByName: '温书宁',
      };
      const change = {
        subjectKind: 'firm' as const,
        subjectId: firm.id,
        field: 'phone' as const,
        newValue: '19900000001',
      };
      const { id: changeId } = await ContactChange.create({ ...change, ...stamps, oldValue: firm.phone, askedBy: 0 });
      return { params: { id: changeId }, body: { isConfirmed: false } };
    },
  },
  listStaff: { realm: 'staff', passes: staff() },
  createStaff: { realm: 'staff', passes: invalid('administrator'), call: nothing },
  updateStaff: {
    realm: 'staff',
    passes: staff(),
    hasObject: true,
    call: async () => ({
      ...(await colleague()),
      body: { name: '顾清和', email: 'gu@example.com', roles: ['service'] },
    }),
  },
  closeStaff: { realm: 'staff', passes: staff(), hasObject: true, call: colleague },
  reopenStaff: { realm: 'staff', passes: staff(), hasObject: true, call: colleague },
  resetStaffPassword: { realm: 'staff', passes: staff(), hasObject: true, call: colleague },
  resetSecondFactor: { realm: 'staff', passes: staff(), hasObject: true, call: colleague },
  resetMemberPassword: { realm: 'staff', passes: invalid('registrar', 'service', 'administrator'), call: nothing },
  showSecondFactor: { realm: 'staff', passes: answer(200, ...STAFF) },
  startSecondFactor: { realm: 'staff', passes: invalid(...STAFF), call: nothing },
  confirmSecondFactor: { realm: 'staff', passes: invalid(...STAFF), call: nothing },
  showSecurity: { realm: 'staff', passes: staff() },
  updateSecurity: { realm: 'staff', passes: invalid('administrator'), call: nothing },
};
