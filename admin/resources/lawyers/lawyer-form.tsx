import type { LawyerDetail } from '../../../bff/contract/registry/endpoints.ts';
import {
  IDENTITY_KINDS,
  LAWYER_CATEGORIES,
  LAWYER_STATUSES,
  SEXES,
  type IdentityKind,
  type LawyerCategory,
  type LawyerStatus,
  type Sex,
} from '../../../bff/contract/registry/enums.ts';
import type { LawyerInput } from '../../../bff/contract/registry/schemas.ts';
import { groupIdentity } from '../../../bff/contract/text.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { RemoteSelect, type Choice } from '../../ui/form/RemoteSelect.tsx';
import { searchFirms } from '../../subjects/search-firms.ts';

/** What is typed about a lawyer; '' where nothing has been chosen yet. */
export interface LawyerValues {
  name: string;
  sex: Sex | '';
  licenceNo: string;
  identityKind: IdentityKind | '';
  identityNumber: string;
  identityMatchedOn: string;
  category: LawyerCategory | '';
  firmId: Choice | null;
  firmSinceOn: string;
  joinedOn: string;
  firstPractisedOn: string;
  status: LawyerStatus | '';
  cancelledOn: string;
  latinName: string;
  phone: string;
  email: string;
  pendingChange: string;
}

type Field = FieldSpec<LawyerValues>;

/** The fields; on a change the number on record stays unless a new one is typed. */
export function lawyerFields(identity: 'none' | { masked: string }): readonly Field[] {
  const isNew = identity === 'none';
  return [
    { name: 'name', label: '姓名', kind: 'text', isRequired: true },
    { name: 'sex', label: '性别', kind: 'choice', options: SEXES, isRequired: true },
    { name: 'licenceNo', label: '执业证号', kind: 'text', isRequired: true },
    { name: 'category', label: '执业类别', kind: 'choice', options: LAWYER_CATEGORIES, isRequired: true },
    { name: 'identityKind', label: '证件类型', kind: 'choice', options: IDENTITY_KINDS, isRequired: true },
    {
      name: 'identityNumber',
      label: '证件号码',
      kind: 'text',
      isRequired: isNew,
      ...(!isNew && { hint: `现登记 ${groupIdentity(identity.masked)}，不更改请留空` }),
    },
    {
      name: 'identityMatchedOn',
      label: '身份核验日期',
      kind: 'date',
      hint: '未核验请留空；未核验者的证明申请转人工审核',
    },
    { name: 'status', label: '状态', kind: 'choice', options: LAWYER_STATUSES, isRequired: true },
    {
      name: 'firmId',
      label: '执业机构',
      kind: 'own',
      control: (
        <RemoteSelect cacheKey={['firms', 'search']} search={searchFirms} placeholder="输入名称或许可证号查找" />
      ),
    },
    {
      name: 'firmSinceOn',
      label: '转入日期',
      kind: 'date',
      hint: '更换执业机构、停止或恢复执业时填写变动当日，留空为今天；更改执业类别时填写自何日起为新类别，不明的留空，有关证明由工作人员逐份核对',
    },
    { name: 'joinedOn', label: '入会日期', kind: 'date', isRequired: true },
    { name: 'firstPractisedOn', label: '首次执业日期', kind: 'date', isRequired: true },
    { name: 'cancelledOn', label: '注销日期', kind: 'date', hint: '状态为注销时填写，留空为今天' },
    { name: 'latinName', label: '外文姓名', kind: 'text', hint: '用于英文证明，与护照一致；修改后须重新确认' },
    { name: 'phone', label: '电话', kind: 'text', inputMode: 'tel' },
    { name: 'email', label: '邮箱', kind: 'text', inputMode: 'email' },
    {
      name: 'pendingChange',
      label: '在办变更',
      kind: 'text',
      isWide: true,
      hint: '正在办理、尚未登记的变更；填写后该律师的证明申请转人工审核',
    },
  ];
}

export const newLawyer: LawyerValues = {
  name: '',
  sex: '',
  licenceNo: '',
  identityKind: 'resident',
  identityNumber: '',
  identityMatchedOn: '',
  category: 'practising',
  firmId: null,
  firmSinceOn: '',
  joinedOn: '',
  firstPractisedOn: '',
  status: 'active',
  cancelledOn: '',
  latinName: '',
  phone: '',
  email: '',
  pendingChange: '',
};

export function toLawyerValues(lawyer: LawyerDetail): LawyerValues {
  const {
    name,
    sex,
    licenceNo,
    identityKind,
    category,
    joinedOn,
    firstPractisedOn,
    status,
    latinName,
    phone,
    email,
    pendingChange,
  } = lawyer;
  return {
    name,
    sex,
    licenceNo,
    identityKind,
    category,
    joinedOn,
    firstPractisedOn,
    status,
    latinName,
    phone,
    email,
    pendingChange,
    identityNumber: '',
    identityMatchedOn: lawyer.identityMatchedOn ?? '',
    firmId: lawyer.firmId === null ? null : { value: lawyer.firmId, label: lawyer.firmName },
    firmSinceOn: '',
    cancelledOn: lawyer.cancelledOn ?? '',
  };
}

/** As typed; the server names what is missing or wrong. What was left empty on purpose is left out. */
export function toLawyerInput(values: LawyerValues, version?: number): LawyerInput {
  const { identityNumber, identityMatchedOn, firmSinceOn, firmId, ...rest } = values;
  return {
    ...rest,
    identityMatchedOn: identityMatchedOn || null,
    // A day left over from before the status was changed back says nothing.
    cancelledOn: (values.status === 'cancelled' && values.cancelledOn) || null,
    firmId: firmId?.value ?? null,
    ...(version === undefined || identityNumber ? { identityNumber } : {}),
    ...(firmSinceOn && { firmSinceOn }),
    ...(version !== undefined && { version }),
  } as LawyerInput;
}
