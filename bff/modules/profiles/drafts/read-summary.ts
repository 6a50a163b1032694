import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { PROFILE_STATES } from '../../../contract/profile/enums.ts';
import { PROFILE } from '../../../contract/profile/profile.ts';
import type { ProfileSummary } from '../../../contract/profile/replies.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { selectTogether } from '../../../platform/db/database.ts';
import { flag } from '../../../platform/db/rows.ts';
import { photoColumns, photoFacts, photoRow } from '../../photos/has-photo.ts';
import { readPhotoSettings } from '../../photos/settings.ts';
import { readProfileSettings } from '../../profile-fields/field-settings.ts';
import { personOf, presentPerson } from '../../registry/facts/read-person.ts';
import { consentsUnder, saidOf } from '../facts/consents.ts';
import { factsFrom } from '../facts/read-facts.ts';
import { NOTHING_SEEN } from '../facts/seen-before.ts';
import { dataOf } from '../facts/stored.ts';
import { lawyerOf } from '../policy.ts';
import { doneOf, percentOf, readOpinions, type HowFar } from './how-far.ts';
import { begun, confirmationHash, judgeProfile } from './judge-profile.ts';

/** The profile and its photo, once for each section that was saved; once where there is none. */
const savedRow = photoRow.extend({
  state: oneOf(PROFILE_STATES).nullable(),
  confirmedHash: z.string().nullable(),
  snapshotId: z.int().nullable(),
  section: oneOf(PROFILE).nullable(),
  data: z.string().nullable(),
  sealedData: z.string().nullable(),
  saidNone: flag.nullable(),
  version: z.int().nullable(),
});

function savedOf(lawyerId: number) {
  const photo = photoColumns(lawyerId);
  const sql = `SELECT ${photo.sql}, p.state AS state, p.confirmed_hash AS confirmedHash, p.snapshot_id AS snapshotId,
      s.section AS section, s.data AS data, s.sealed_data AS sealedData, s.said_none AS saidNone, s.version AS version
    FROM lawyers l LEFT JOIN profiles p ON p.lawyer_id = l.id LEFT JOIN profile_sections s ON s.lawyer_id = l.id
    WHERE l.id = ?`;
  return { row: savedRow, sql, values: [...photo.values, lawyerId] };
}

/**
 * How far it is; judged as the whole is, so that both say the same, from as few reads as will do: every home page asks.
 * Throws `not_found` for a firm.
 */
export async function showProfileSummary({ actor }: { actor: MemberActor }): Promise<ProfileSummary> {
  const lawyerId = lawyerOf(actor);
  const { saved, person, said } = await selectTogether({
    saved: savedOf(lawyerId),
    person: personOf(lawyerId),
    said: saidOf(lawyerId),
  });
  const facts = factsFrom({
    person: presentPerson(person),
    photo: photoFacts(saved),
    seenBefore: NOTHING_SEEN,
    consents: consentsUnder(await readPhotoSettings(), said),
    settings: await readProfileSettings(),
  });
  const sections = saved.flatMap(({ section, data, sealedData, saidNone, version }) => {
    if (section === null || data === null || version === null) return [];
    // Written by the contract's schema alone.
    const stored = { lawyerId, section, data: JSON.parse(data) as Row[], sealedData, saidNone: saidNone === 1 };
    return [{ section, version, draft: dataOf(stored) }];
  });
  const drafts = begun(Object.fromEntries(sections.map(({ section, draft }) => [section, draft])), facts);
  const judged = judgeProfile(drafts, facts);
  const [first] = saved;
  const state = first?.state ?? null;
  const whole: HowFar = {
    profile: first && state !== null ? { ...first, state } : null,
    rows: sections,
    judged,
    hash: confirmationHash(judged, facts),
  };
  return {
    state: state ?? 'untouched',
    percent: percentOf(whole),
    left: judged.length - doneOf(whole).length,
    rejected: Object.keys(await readOpinions(whole)).length,
    photoId: first?.currentPhotoId ?? null,
  };
}
