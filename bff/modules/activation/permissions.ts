import { answer, invalid, nothing, staff, type Row } from '../../test/permissions/row.ts';
import { Account } from '../accounts/model.ts';
import { ContactChange } from '../registry/contacts/contact-change-model.ts';

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
};
