import type { Transaction } from 'sequelize';
import { toShanghaiDate } from '../../../contract/dates.ts';
import { SECTION_KEYS } from '../../../contract/profile/profile.ts';
import type { FormCopy } from '../../../contract/registration-forms/enums.ts';
import { Photo } from '../../photos/model.ts';
import { portraitOf } from '../../photos/photo-files.ts';
import { ProfileDecision, type ProfileSnapshot } from '../../profiles/model.ts';
import { expectIntact, wholeRows } from '../../profiles/submitting/freeze.ts';
import { readIdentityNumber } from '../../registry/facts/read-identity-number.ts';
import { readAppointments } from '../../registry/facts/read-records.ts';
import { readLawyerStandings } from '../../registry/facts/read-standing.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { ApprovedProfile } from '../compose/approved-profile.ts';

/** What a form of this snapshot is made of; what is sensitive is opened only where the copy prints it. */
export async function readApproved(snapshot: ProfileSnapshot, copy: FormCopy): Promise<ApprovedProfile> {
  expectIntact(snapshot);
  const { lawyerId, content } = snapshot;
  const { association } = await readSettings();
  const [standing] = await readLawyerStandings([lawyerId]);
  const appointments = await readAppointments({ firmIds: [], lawyerIds: [lawyerId] });
  const shown = SECTION_KEYS.flatMap((key) => {
    const frozen = content.sections[key];
    const opens = key === 'family' && (copy === 'family' || copy === 'both');
    const rows = opens ? wholeRows(snapshot, key) : (frozen?.rows ?? []);
    return frozen ? [[key, { rows, saidNone: frozen.saidNone }] as const] : [];
  });
  const isWhole = copy === 'identity' || copy === 'both';
  return {
    association,
    given: content.given,
    sections: Object.fromEntries(shown),
    periods: standing?.periods ?? [],
    appointments: [...appointments].sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1)),
    submittedOn: toShanghaiDate(snapshot.createdAt),
    approvedOn: await approvedOn(snapshot),
    copy,
    identity: isWhole ? await readIdentityNumber(lawyerId) : String(content.given['identity'] ?? ''),
  };
}

/** The day on which the last section was passed. */
export async function approvedOn({ id: snapshotId, createdAt }: ProfileSnapshot, t?: Transaction): Promise<string> {
  const at = await ProfileDecision.max<number | null, ProfileDecision>('at', {
    where: { snapshotId },
    transaction: t ?? null,
  });
  return toShanghaiDate(Number(at ?? createdAt));
}

/** The portrait in use, in base64; null: none. */
export async function portraitWords(lawyerId: number): Promise<string | null> {
  const photo = await Photo.findOne({ where: { slot: `current:${lawyerId}` } });
  const bytes = photo && (await portraitOf(photo));
  return bytes ? bytes.toString('base64') : null;
}
