import type { FirmDetail } from '../../../bff/contract/registry/endpoints.ts';
import { FIRM_KINDS, FIRM_STATUSES, type FirmKind, type FirmStatus } from '../../../bff/contract/registry/enums.ts';
import type { FirmInput } from '../../../bff/contract/registry/schemas.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';

/** What is typed about a firm; '' where nothing has been chosen yet. */
export interface FirmValues {
  name: string;
  kind: FirmKind | '';
  licenceNo: string;
  uscc: string;
  address: string;
  approvedOn: string;
  status: FirmStatus | '';
  cancelledOn: string;
  personInCharge: string;
  phone: string;
  email: string;
  pendingChange: string;
}

export const firmFields: readonly FieldSpec<FirmValues>[] = [
  { name: 'name', label: '名称', kind: 'text', isRequired: true, isWide: true },
  { name: 'kind', label: '机构类别', kind: 'choice', options: FIRM_KINDS, isRequired: true },
  { name: 'status', label: '状态', kind: 'choice', options: FIRM_STATUSES, isRequired: true },
  { name: 'licenceNo', label: '执业许可证号', kind: 'text', isRequired: true },
  { name: 'uscc', label: '统一社会信用代码', kind: 'text', isRequired: true },
  { name: 'approvedOn', label: '批准日期', kind: 'date', isRequired: true },
  { name: 'cancelledOn', label: '注销日期', kind: 'date', hint: '状态为注销时填写，留空为今天' },
  { name: 'personInCharge', label: '负责人', kind: 'text', isRequired: true },
  { name: 'address', label: '办公地址', kind: 'text', isRequired: true, isWide: true },
  { name: 'phone', label: '电话', kind: 'text', inputMode: 'tel' },
  { name: 'email', label: '邮箱', kind: 'text', inputMode: 'email' },
  {
    name: 'pendingChange',
    label: '在办变更',
    kind: 'text',
    isWide: true,
    hint: '正在办理、尚未登记的变更；填写后该所的证明申请转人工审核',
  },
];

export const newFirm: FirmValues = {
  name: '',
  kind: 'law_firm',
  licenceNo: '',
  uscc: '',
  address: '',
  approvedOn: '',
  status: 'active',
  cancelledOn: '',
  personInCharge: '',
  phone: '',
  email: '',
  pendingChange: '',
};

export function toFirmValues(firm: FirmDetail): FirmValues {
  const { name, kind, licenceNo, uscc, address, approvedOn, status, personInCharge, phone, email, pendingChange } =
    firm;
  const cancelledOn = firm.cancelledOn ?? '';
  return {
    name,
    kind,
    licenceNo,
    uscc,
    address,
    approvedOn,
    status,
    cancelledOn,
    personInCharge,
    phone,
    email,
    pendingChange,
  };
}

/** As typed; the server names what is missing or wrong. */
export const toFirmInput = (values: FirmValues, version?: number): FirmInput =>
  ({
    ...values,
    // A day left over from before the status was changed back says nothing.
    cancelledOn: (values.status === 'cancelled' && values.cancelledOn) || null,
    ...(version !== undefined && { version }),
  }) as FirmInput;
