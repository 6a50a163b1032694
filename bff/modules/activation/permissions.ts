import { givePassword, makeFirm } from '../../test/factories/registry.ts';
import { answer, anyMember, invalid, MEMBERS, nothing, staff, type Row } from '../../test/permissions/row.ts';
import { clock } from '../../platform/clock/clock.ts';
import { AccountHold } from '../accounts/hold-model.ts';
import { Account } from '../accounts/model.ts';
import { ContactChange } from '../registry/contacts/contact-change-model.ts';
import { MemberChange } from '../registry/contacts/member-change-model.ts';

/** An account that was opened by a code which staff have seen. */
async function heldAccount(): Promise<number> {
  const { id: firmId } = await makeFirm();
  await givePassword({ firmId }, 'correct horse 1');
  const { id: accountId } = await Account.findOne({ where: { firmId }, rejectOnEmpty: true });
  const issued = { issuedBy: 0, issuedByName: '温书宁' };
  await AccountHold.create({ accountId, reason: 'code', heldAt: clock.now(), heldUntil: null, ...issued });
  return accountId;
}

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
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
  // an account that is held, by its own member and by staff
  showHold: { realm: 'member', passes: anyMember },
  requestReleaseCode: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  releaseByCode: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  listHeld: { realm: 'staff', passes: staff('registrar', 'service') },
  releaseHeld: { realm: 'staff', passes: invalid('registrar', 'service', 'administrator'), call: nothing },
  objectToHeld: {
    realm: 'staff',
    passes: staff('registrar', 'service'),
    hasObject: true,
    call: async () => ({ params: { id: await heldAccount() }, body: { reason: '律所来电称并非本所开通' } }),
  },
  listMemberChanges: { realm: 'staff', passes: staff('registrar') },
  confirmMemberChange: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async ({ firm }) => {
      const by = { changedBy: 0, changedByName: '温书宁', changedAt: clock.now() };
      const { id } = await MemberChange.create({ subjectKind: 'firm', subjectId: firm.id, field: 'head', ...by });
      return { params: { id }, body: { reason: '已核对任职文件' } };
    },
  },
};
