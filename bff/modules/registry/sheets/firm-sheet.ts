import { FIRM_KINDS, FIRM_STATUSES } from '../../../contract/registry/enums.ts';
import { firmInput } from '../../../contract/registry/schemas.ts';
import { createFirm, type FirmData } from '../firms/create-firm.ts';
import { findFirmByLicence } from '../facts/find-by-licence.ts';
import { updateFirm } from '../firms/update-firm.ts';
import {
  choiceColumn,
  dateColumn,
  emailColumn,
  nameColumn,
  numberColumn,
  phoneColumn,
  textColumn,
} from '../../imports/columns.ts';
import { textOf, type SheetKind } from '../../imports/sheet-kind.ts';

const must = { isRequired: true };

/** 律所: found by 执业许可证号. */
export const firmSheet: SheetKind = {
  columns: [
    { ...numberColumn('执业许可证号', 'licenceNo', must), also: ['执业许可证号码', '许可证号'] },
    { ...nameColumn('名称', 'name', { ...must, width: 36 }), also: ['律所名称', '机构名称', '单位名称'] },
    choiceColumn('机构类别', 'kind', [FIRM_KINDS], { ...must, synonyms: { 律所: 'law_firm' } }),
    numberColumn('统一社会信用代码', 'uscc', must),
    { ...textColumn('办公地址', 'address', { ...must, width: 40 }), also: ['地址', '住所'] },
    dateColumn('批准日期', 'approvedOn', must),
    choiceColumn('状态', 'status', [FIRM_STATUSES], must),
    dateColumn('注销日期', 'cancelledOn'),
    nameColumn('负责人', 'personInCharge', must),
    phoneColumn('电话', 'phone'),
    emailColumn('邮箱', 'email'),
    textColumn('在办变更', 'pendingChange'),
  ],
  example: {
    licenceNo: '24499199510000001',
    name: '江海衡正律师事务所',
    kind: '律师事务所',
    uscc: '31440000MD0000000E',
    address: '江海市衡正路1号',
    approvedOn: '1995-05-08',
    status: '正常',
    personInCharge: '温书宁',
    phone: '0700-6880001',
    email: 'office@example.com',
  },
  told: ['执业律师人数'],
  key: ['licenceNo'],
  kin: 'uscc',
  createSchema: firmInput,
  updateSchema: firmInput,
  nameOf: ({ name, licenceNo }) => textOf(name) || textOf(licenceNo),
  async find({ licenceNo }, t) {
    const firm = await findFirmByLicence(textOf(licenceNo), t);
    if (!firm) return null;
    const { id, version, name, kind, uscc, address, approvedOn, status, cancelledOn } = firm;
    const { personInCharge, phone, email, pendingChange } = firm;
    const values = { name, kind, licenceNo: firm.licenceNo, uscc, address, approvedOn, status, cancelledOn };
    return { id, version, values: { ...values, personInCharge, phone, email, pendingChange } };
  },
  complete: async (values) => values,
  create: (actor, parsed, t) => createFirm({ actor, input: parsed as FirmData }, t),
  update: (actor, parsed, { id }, t) => updateFirm({ actor, id, input: parsed as FirmData }, t),
};
