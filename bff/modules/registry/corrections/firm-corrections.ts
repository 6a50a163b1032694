import { FIRM_STATUSES } from '../../../contract/registry/enums.ts';
import { email, phone } from '../../../contract/fields.ts';
import { confirmEnglishName as englishForm } from '../../../contract/records/schemas.ts';
import { firmInput } from '../../../contract/registry/schemas.ts';
import { AppError } from '../../../errors.ts';
import type { FirmData } from '../firms/create-firm.ts';
import { updateFirm } from '../firms/update-firm.ts';
import { Firm } from '../model.ts';
import { confirmEnglishName } from '../names/confirm-english-name.ts';
import type { Correctable } from './correctable.ts';
import { parseWanted } from './parse-wanted.ts';

const { name, kind, licenceNo, uscc, approvedOn, address, personInCharge } = firmInput.shape;
/** What an act can carry out, in the words and with the checks of the registry page. */
const FORM = {
  name,
  kind,
  licenceNo,
  uscc,
  approvedOn,
  address,
  personInCharge,
  englishName: englishForm.shape.englishName,
  phone: phone(),
  email: email(),
};

/** Corrections of a firm's own entries. */
export const firmCorrections: Correctable = {
  subjects: async (id) => ({ firmIds: [id], lawyerIds: [] }),
  async read(id, t) {
    const firm = await load(id, t);
    return {
      name: firm.name,
      licenceNo: firm.licenceNo,
      version: firm.version,
      registered: {
        name: firm.name,
        englishName: firm.englishName,
        kind: firm.kind,
        licenceNo: firm.licenceNo,
        uscc: firm.uscc,
        approvedOn: firm.approvedOn,
        address: firm.address,
        personInCharge: firm.personInCharge,
        phone: firm.phone,
        email: firm.email,
        status: FIRM_STATUSES[firm.status],
      },
    };
  },
  parse: async (field, wanted) => parseWanted(FORM, field, wanted),
  async carryOut({ actor, id, field, wanted }, t) {
    const firm = await load(id, t);
    if (field === 'englishName') {
      await confirmEnglishName({ actor, id, input: { englishName: wanted, version: firm.version } }, t);
    } else {
      await updateFirm({ actor, id, input: { ...asEntered(firm), [field]: wanted } }, t);
    }
  },
};

const load = (id: number, t: Parameters<Correctable['read']>[1]) =>
  Firm.findByPk(id, { transaction: t ?? null, rejectOnEmpty: new AppError('not_found') });

/** A firm as the form of its page would send it back unchanged. */
function asEntered(firm: Firm): FirmData {
  return {
    name: firm.name,
    kind: firm.kind,
    licenceNo: firm.licenceNo,
    uscc: firm.uscc,
    address: firm.address,
    approvedOn: firm.approvedOn,
    status: firm.status,
    cancelledOn: firm.cancelledOn,
    personInCharge: firm.personInCharge,
    phone: firm.phone,
    email: firm.email,
    pendingChange: firm.pendingChange,
    version: firm.version,
  };
}
