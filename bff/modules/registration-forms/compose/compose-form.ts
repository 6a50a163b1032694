import { toChineseDate } from '../../../contract/text.ts';
import { FORM_COPIES } from '../../../contract/registration-forms/enums.ts';
import type { RegistrationFormData } from '../../../templates/registration-form/form-data.ts';
import type { ApprovedProfile } from './approved-profile.ts';
import { basicCells } from './basic-cells.ts';
import { formLists } from './lists.ts';

/** What the form says, of what was approved. Pure. */
export function composeForm(
  profile: ApprovedProfile,
  paper: Pick<RegistrationFormData, 'number' | 'photo' | 'verification' | 'unsealed' | 'testNotice'>,
): RegistrationFormData {
  const { source } = profile;
  const approvedOn = toChineseDate(profile.approvedOn);
  return {
    ...paper,
    association: profile.association,
    firm: String(profile.given['firm'] ?? ''),
    filledOn: approvedOn,
    ...basicCells(profile),
    lists: formLists(profile),
    promise: {
      words: '本人已核实以上信息正确无误，并对其真实性、完整性负责；信息发生变化的，将及时申请变更。',
      // What was said in another system was not promised here: it is signed by hand.
      on: source === null ? toChineseDate(profile.submittedOn) : '',
    },
    review: { words: reviewWords(source), on: approvedOn },
    copy: profile.copy === 'usual' ? '' : FORM_COPIES[profile.copy],
  };
}

const reviewWords = (source: ApprovedProfile['source']): string =>
  source === null
    ? '经审核，信息补全申请审核通过。'
    : `经${source.from}审核通过，数据截至${toChineseDate(source.asOf)}，由本会导入。`;
