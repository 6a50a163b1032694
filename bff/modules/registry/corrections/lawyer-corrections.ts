import type { Transaction } from 'sequelize';
import { transferOf, type CorrectionFieldKey } from '../../../contract/corrections/enums.ts';
import { isPlainDate } from '../../../contract/dates.ts';
import { IDENTITY_KINDS, LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import { email, phone } from '../../../contract/fields.ts';
import { confirmLatinName as latinForm } from '../../../contract/records/schemas.ts';
import { lawyerInput } from '../../../contract/registry/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { findFirmByLicence } from '../facts/find-by-licence.ts';
import { maskedIdentity } from '../facts/identity.ts';
import type { LawyerData } from '../lawyers/create-lawyer.ts';
import { updateLawyer } from '../lawyers/update-lawyer.ts';
import { Firm, Lawyer } from '../model.ts';
import { confirmLatinName } from '../names/confirm-latin-name.ts';
import type { Correctable, IdentityRead } from './correctable.ts';
import { parseWanted } from './parse-wanted.ts';

const { name, sex, licenceNo, category, firstPractisedOn, joinedOn } = lawyerInput.shape;
/** What an act can carry out, in the words and with the checks of the registry page. */
const FORM = {
  name,
  sex,
  licenceNo,
  category,
  firstPractisedOn,
  joinedOn,
  latinName: latinForm.shape.latinName,
  phone: phone(),
  email: email(),
};

/** Corrections of a lawyer's entries. */
export const lawyerCorrections: Correctable = {
  async subjects(id, { field, wanted }, t) {
    const { firmId } = await load(id, t);
    const joined = field === 'transfer' ? await joinedFirm(wanted, t) : null;
    return { firmIds: [firmId, joined?.id ?? null].filter((one) => one !== null), lawyerIds: [id] };
  },
  async read(id, t) {
    const lawyer = await load(id, t);
    const firm = lawyer.firmId === null ? null : await Firm.findByPk(lawyer.firmId, { transaction: t ?? null });
    return {
      name: lawyer.name,
      licenceNo: lawyer.licenceNo,
      version: lawyer.version,
      registered: {
        name: lawyer.name,
        latinName: lawyer.latinName,
        sex: lawyer.sex,
        licenceNo: lawyer.licenceNo,
        category: lawyer.category,
        transfer: firm?.name ?? '',
        firm: firm?.name ?? '',
        firstPractisedOn: lawyer.firstPractisedOn,
        joinedOn: lawyer.joinedOn,
        status: LAWYER_STATUSES[lawyer.status],
        identity: `${IDENTITY_KINDS[lawyer.identityKind]} ${maskedIdentity(lawyer)}`,
        phone: lawyer.phone,
        email: lawyer.email,
      },
    };
  },
  parse: (field, wanted, t, id) =>
    field === 'transfer' ? parseTransfer(wanted, id, t) : Promise.resolve(parseWanted(FORM, field, wanted)),
  async carryOut({ actor, id, field, wanted, identity, ground }, t) {
    if (field === 'latinName') {
      await confirmLatinName({ actor, lawyerId: id, latinName: wanted, reason: ground }, t);
      return;
    }
    const entered = asEntered(await load(id, t));
    await updateLawyer({ actor, id, input: { ...entered, ...(await changed({ field, wanted, identity }, t)) } }, t);
  },
};

async function changed(
  { field, wanted, identity }: { field: CorrectionFieldKey; wanted: string; identity: IdentityRead | null },
  t: Transaction,
): Promise<Partial<LawyerData>> {
  if (field === 'identity') {
    if (!identity) throw new AppError('invalid_fields', { fields: { identityNumber: '请填写证件号码' } });
    return { identityKind: identity.kind, identityNumber: identity.number };
  }
  if (field !== 'transfer') return { [field]: wanted };
  const firm = await joinedFirm(wanted, t);
  const on = transferOf(wanted)?.on;
  if (!firm || on === undefined) throw new AppError('wrong_state', { message: '转入的机构已不在登记中，请核对' });
  return { firmId: firm.id, firmSinceOn: on };
}

const joinedFirm = async (wanted: string, t: Transaction): Promise<Firm | null> => {
  const move = transferOf(wanted);
  return move && findFirmByLicence(move.licenceNo, t);
};

const ALREADY_THERE = '现在登记的执业机构就是该机构，不用申请转所；执业起止时间有误的，项目选“执业机构”';

/** The move with the name of the firm as it is registered. Throws `invalid_fields`, for the lawyer's own firm as well. */
async function parseTransfer(wanted: string, id: number, t: Transaction): Promise<string> {
  const refuse = (fault: string) => new AppError('invalid_fields', { fields: { wanted: fault } });
  const move = transferOf(wanted);
  if (!move) throw refuse('请选择转入的机构和执业证上的变更日期');
  if (!isPlainDate(move.on)) throw refuse('变更日期应为真实存在的日期，例如 2026-01-31');
  if (move.on > clock.today()) throw refuse('变更日期不能晚于今天');
  const firm = await joinedFirm(wanted, t);
  if (!firm) throw refuse('没有找到该机构，请重新选择；外地机构请写在理由中，项目选“执业机构”');
  if (firm.status === 'cancelled') throw refuse('该机构已注销，请选择其他机构');
  if (firm.id === (await load(id, t)).firmId) throw refuse(ALREADY_THERE);
  return `${firm.licenceNo} ${move.on} ${firm.name}`;
}

const load = (id: number, t: Parameters<Correctable['read']>[1]) =>
  Lawyer.findByPk(id, { transaction: t ?? null, rejectOnEmpty: new AppError('not_found') });

/** A lawyer as the form of the registry page would send him or her back unchanged. */
function asEntered(lawyer: Lawyer): LawyerData {
  return {
    name: lawyer.name,
    sex: lawyer.sex,
    licenceNo: lawyer.licenceNo,
    identityKind: lawyer.identityKind,
    identityNumber: undefined,
    identityMatchedOn: lawyer.identityMatchedOn,
    category: lawyer.category,
    firmId: lawyer.firmId,
    joinedOn: lawyer.joinedOn,
    firmSinceOn: undefined,
    firstPractisedOn: lawyer.firstPractisedOn,
    status: lawyer.status,
    cancelledOn: lawyer.cancelledOn,
    latinName: lawyer.latinName,
    phone: lawyer.phone,
    email: lawyer.email,
    pendingChange: lawyer.pendingChange,
    version: lawyer.version,
  };
}
