import type { FormCopy } from '../../../contract/registration-forms/enums.ts';
import { AppError } from '../../../errors.ts';
import { readFieldSettings } from '../../profile-fields/field-settings.ts';
import { readApproved, type ApprovedSnapshot } from '../../profiles/review/read-approved.ts';
import { readIdentityNumber } from '../../registry/facts/read-identity-number.ts';
import { readAppointments } from '../../registry/facts/read-records.ts';
import { readLawyerFacts } from '../../registry/facts/read-registry-facts.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { ApprovedProfile } from '../compose/approved-profile.ts';

/**
 * What a form of this snapshot is made of; what is sensitive is opened only where the copy prints it. Throws `wrong_state`
 * for what was not approved.
 */
export async function gather(
  snapshotId: number,
  copy: FormCopy,
): Promise<{ snapshot: ApprovedSnapshot; profile: ApprovedProfile }> {
  const snapshot = await readApproved(snapshotId, { whole: copy === 'family' || copy === 'both' ? ['family'] : [] });
  if (!snapshot) throw new AppError('wrong_state', { message: '审核通过后才能打印登记表' });
  const { lawyerId, given, sections, submittedOn, approvedOn, source } = snapshot;
  const { association } = await readSettings();
  const [facts] = await readLawyerFacts([lawyerId]);
  const appointments = await readAppointments({ firmIds: [], lawyerIds: [lawyerId] });
  const isWhole = copy === 'identity' || copy === 'both';
  const identity = isWhole ? await readIdentityNumber(lawyerId) : String(given['identity'] ?? '');
  const profile = {
    association,
    given,
    sections,
    periods: facts?.periods ?? [],
    appointments: [...appointments].sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1)),
    submittedOn,
    approvedOn,
    source,
    copy,
    fields: await readFieldSettings(),
    identity,
  };
  return { snapshot, profile };
}
