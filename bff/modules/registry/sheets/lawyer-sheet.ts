import { IDENTITY_KINDS, LAWYER_CATEGORIES, LAWYER_STATUSES, SEXES } from '../../../contract/registry/enums.ts';
import { identityDoubts } from '../../../contract/registry/identity.ts';
import { lawyerInput } from '../../../contract/registry/schemas.ts';
import { maskIdentity } from '../../../contract/text.ts';
import { createLawyer, type LawyerData } from '../lawyers/create-lawyer.ts';
import { findFirmByLicence, findLawyerByLicence, isIdentityOf } from '../facts/find-by-licence.ts';
import { decryptIdentity } from '../facts/identity.ts';
import { updateLawyer } from '../lawyers/update-lawyer.ts';
import { Lawyer } from '../model.ts';
import {
  choiceColumn,
  dateColumn,
  emailColumn,
  latinNameColumn,
  nameColumn,
  numberColumn,
  phoneColumn,
  textColumn,
} from '../../imports/columns.ts';
import { RowFaults, textOf, type SheetKind } from '../../imports/sheet-kind.ts';

/** What other programs and people write. */
const SEX_SYNONYMS = {
  男性: 'male',
  男士: 'male',
  先生: 'male',
  m: 'male',
  male: 'male',
  1: 'male',
  女性: 'female',
  女士: 'female',
  小姐: 'female',
  f: 'female',
  female: 'female',
  2: 'female',
};
/** 专职 and 兼职 both practise (the tenth digit of licence numbers). */
const CATEGORY_SYNONYMS = {
  专职律师: 'practising',
  兼职律师: 'practising',
  专职: 'practising',
  兼职: 'practising',
  法律援助律师: 'legal_aid',
};
const IDENTITY_SYNONYMS = {
  身份证: 'resident',
  二代身份证: 'resident',
  港澳通行证: 'hk_macao',
  台胞证: 'taiwan',
  港澳台居住证: 'residence_permit',
  居住证: 'residence_permit',
  外国人永久居留证: 'foreign_permanent',
  永久居留身份证: 'foreign_permanent',
};

const must = { isRequired: true };
const UNCHANGED = '原号码';
/** Said instead of a firm for who practises in none. */
const NONE = '无';

/** 律师: found by 执业证号; the firm is named by its own 执业许可证号. */
export const lawyerSheet: SheetKind = {
  columns: [
    { ...numberColumn('执业证号', 'licenceNo', must), also: ['执业证号码', '执业证书号', '律师执业证号'] },
    nameColumn('姓名', 'name', must),
    choiceColumn('性别', 'sex', [SEXES], { ...must, width: 8, synonyms: SEX_SYNONYMS }),
    choiceColumn('证件类型', 'identityKind', [IDENTITY_KINDS], { ...must, synonyms: IDENTITY_SYNONYMS }),
    {
      ...numberColumn('证件号码', 'identityNumber', must),
      also: ['身份证号', '身份证号码', '证件号'],
      show: (value) => (value === UNCHANGED ? '' : maskIdentity(textOf(value))),
    },
    dateColumn('身份核验日期', 'identityMatchedOn'),
    choiceColumn('执业类别', 'category', [LAWYER_CATEGORIES], { ...must, synonyms: CATEGORY_SYNONYMS }),
    {
      ...numberColumn('执业机构许可证号', 'firmLicenceNo'),
      also: ['律所执业许可证号', '律所许可证号'],
      hint: `没有执业机构的填“${NONE}”`,
    },
    dateColumn('转入日期', 'firmSinceOn'),
    dateColumn('入会日期', 'joinedOn', must),
    dateColumn('首次执业日期', 'firstPractisedOn', must),
    choiceColumn('状态', 'status', [LAWYER_STATUSES], must),
    dateColumn('注销日期', 'cancelledOn'),
    latinNameColumn('外文姓名', 'latinName'),
    phoneColumn('电话', 'phone'),
    emailColumn('邮箱', 'email'),
    textColumn('在办变更', 'pendingChange'),
  ],
  example: {
    licenceNo: '14499202010100001',
    name: '林知远',
    sex: '男',
    identityKind: '居民身份证',
    identityNumber: '110101199003070011',
    identityMatchedOn: '2026-01-05',
    category: '执业律师',
    firmLicenceNo: '24499199510000001',
    joinedOn: '2020-05-06',
    firstPractisedOn: '2020-05-06',
    status: '正常',
    latinName: 'LIN Zhiyuan',
    phone: '0700-6880001',
    email: 'name@example.com',
  },
  told: ['执业机构'],
  key: ['licenceNo'],
  kin: 'identityNumber',
  createSchema: lawyerInput,
  updateSchema: lawyerInput,
  nameOf: ({ name, licenceNo }) => textOf(name) || textOf(licenceNo),
  async find({ licenceNo, identityNumber, firmSinceOn }, t) {
    const found = await findLawyerByLicence(textOf(licenceNo), t);
    if (!found) return null;
    const { lawyer, firmLicenceNo } = found;
    const { id, version, name, sex, identityKind, identityMatchedOn, category, joinedOn, firstPractisedOn } = lawyer;
    const { status, cancelledOn, latinName, phone, email, pendingChange } = lawyer;
    // The number on record is encrypted: it can only be compared.
    const isSame = identityNumber === undefined || isIdentityOf(lawyer, textOf(identityNumber));
    return {
      id,
      version,
      values: {
        licenceNo: lawyer.licenceNo,
        name,
        sex,
        identityKind,
        identityMatchedOn,
        category,
        joinedOn,
        firstPractisedOn,
        status,
        cancelledOn,
        latinName,
        phone,
        email,
        pendingChange,
        identityNumber: isSame ? identityNumber : UNCHANGED,
        firmLicenceNo: firmLicenceNo ?? NONE,
        // Says when, not what: alone it changes nothing.
        firmSinceOn,
      },
    };
  },
  async complete({ firmLicenceNo, ...values }, _found, t) {
    if (values['identityNumber'] === UNCHANGED) delete values['identityNumber'];
    if (firmLicenceNo === undefined || firmLicenceNo === NONE) return { ...values, firmId: null };
    const firm = await findFirmByLicence(textOf(firmLicenceNo), t);
    if (!firm) throw new RowFaults({ firmLicenceNo: '没有这个执业许可证号的律所，请先登记律所' });
    return { ...values, firmId: firm.id };
  },
  async doubts(values, found, t) {
    const isTouched = (field: string) => values[field] !== undefined && values[field] !== found?.values[field];
    if (!['identityNumber', 'identityKind', 'sex', 'firstPractisedOn'].some(isTouched)) return [];
    const kept = found && (await Lawyer.findByPk(found.id, { transaction: t }));
    const number = textOf(values['identityNumber']) || (kept ? decryptIdentity(kept) : '');
    const { identityKind, sex, firstPractisedOn } = { ...found?.values, ...values } as unknown as LawyerData;
    if (!identityKind || !sex || !firstPractisedOn) return [];
    return identityDoubts({ identityKind, number, sex, firstPractisedOn }).map((message) => ({
      field: 'identityNumber',
      message,
    }));
  },
  create: (actor, parsed, t) => createLawyer({ actor, input: parsed as LawyerData }, t),
  update: (actor, parsed, { id }, t) => updateLawyer({ actor, id, input: parsed as LawyerData }, t),
};
