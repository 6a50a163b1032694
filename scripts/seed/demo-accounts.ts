import type { Role } from '../../bff/contract/accounts/enums.ts';
import {
  CLEAN_LAWYER,
  demoFirm,
  NEWCOMER_LAWYER,
  REJECTED_LAWYER,
  TRANSFERRED_LAWYER,
  WAITING_LAWYER,
} from './demo-data.ts';

/** An account of the demo association that anybody may sign in to. */
export interface DemoAccount {
  label: string;
  kind: 'firm' | 'lawyer' | 'staff';
  login: string;
  password: string;
}
export interface DemoStaff extends DemoAccount {
  kind: 'staff';
  name: string;
  roles: Role[];
}

/** Known to everybody: the demo association is for trying out, never for real members. */
const PASSWORD = 'lvzheng2026';

export const DEMO_STAFF: DemoStaff[] = [
  { label: '管理员', kind: 'staff', login: 'admin', password: PASSWORD, name: '顾清和', roles: ['administrator'] },
  { label: '审核人员', kind: 'staff', login: 'reviewer', password: PASSWORD, name: '陆明章', roles: ['reviewer'] },
  {
    label: '会员管理人员',
    kind: 'staff',
    login: 'registrar',
    password: PASSWORD,
    name: '温书宁',
    roles: ['registrar'],
  },
  { label: '财务人员', kind: 'staff', login: 'finance', password: PASSWORD, name: '沈怀瑾', roles: ['finance'] },
  { label: '活动人员', kind: 'staff', login: 'events', password: PASSWORD, name: '周亦宁', roles: ['events'] },
  { label: '客服人员', kind: 'staff', login: 'service', password: PASSWORD, name: '苏念真', roles: ['service'] },
];

/** Members who have set their own password. */
export const DEMO_MEMBERS: DemoAccount[] = [
  { label: '律所（400名律师，无处分）', kind: 'firm', login: demoFirm('hengzheng').licenceNo, password: PASSWORD },
  { label: '律所（6名律师）', kind: 'firm', login: demoFirm('qingming').licenceNo, password: PASSWORD },
  { label: '律所（有处分记录，转人工审核）', kind: 'firm', login: demoFirm('dinghe').licenceNo, password: PASSWORD },
  { label: '律师（执业连续，自动出证）', kind: 'lawyer', login: CLEAN_LAWYER.licenceNo, password: PASSWORD },
  { label: '律师（曾转所）', kind: 'lawyer', login: TRANSFERRED_LAWYER.licenceNo, password: PASSWORD },
  { label: '律师（信息补全待审核）', kind: 'lawyer', login: WAITING_LAWYER.licenceNo, password: PASSWORD },
  { label: '律师（信息补全被驳回）', kind: 'lawyer', login: REJECTED_LAWYER.licenceNo, password: PASSWORD },
];

/** Has not been opened: by these six characters, the end of the identity number, and a code to the mobile. */
export const DEMO_NEWCOMER: DemoAccount = {
  label: '律师（尚未开通：点“开通账号”，填证件号后6位和短信验证码）',
  kind: 'lawyer',
  login: NEWCOMER_LAWYER.licenceNo,
  password: NEWCOMER_LAWYER.identityNumber.slice(-6).toLowerCase(),
};

/** Everything a visitor may try, in the order in which to show it. */
export const DEMO_ACCOUNTS: DemoAccount[] = [...DEMO_MEMBERS, DEMO_NEWCOMER, ...DEMO_STAFF];
