import type { MemberActor } from '../../../actor.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { toIso } from '../../../contract/dates.ts';
import type { OwnArchive } from '../../../contract/profile-changes/replies.ts';
import { SECTION_KEYS } from '../../../contract/profile/profile.ts';
import { ofProfile } from '../../../subject.ts';
import { listFiles } from '../../files/list-files.ts';
import { ProfileChange, ProfileHistory } from '../change-model.ts';
import { readFacts } from '../facts/read-facts.ts';
import { Profile } from '../model.ts';
import { lawyerOf } from '../policy.ts';
import { asWanted, compareChange } from './compare-change.ts';
import { readInForce, type InForce } from './in-force.ts';

/** As many of each as a page shows; what is older stays in the download. */
const LATEST = 50;
type Shown = OwnArchive['sections'][number]['rows'];
const shown = (rows: readonly Row[]) => rows as readonly Shown[number][] as Shown;

/** 个人档案: what is in force of the actor's profile, and what was asked to be changed. Throws `not_found` for a firm. */
export async function showArchive({ actor }: { actor: MemberActor }): Promise<OwnArchive> {
  const lawyerId = lawyerOf(actor);
  const profile = await Profile.findOne({ where: { lawyerId } });
  const { given, fields } = await readFacts(lawyerId);
  const nothing = { approvedAt: null, sections: [], changes: [], history: [], files: [] };
  const shownGiven = given as OwnArchive['given'];
  if (!profile || profile.approvedSnapshotId === null) {
    return {
      version: profile?.version ?? 0,
      bar: '信息补全审核通过后才能申请变更',
      given: shownGiven,
      fields,
      ...nothing,
    };
  }
  const latest = { where: { lawyerId }, order: [['id', 'DESC']] as [string, string][], limit: LATEST };
  const [inForce, changes, history, files] = await Promise.all([
    readInForce(profile),
    ProfileChange.findAll(latest),
    ProfileHistory.findAll(latest),
    listFiles(ofProfile(profile.id)),
  ]);
  const { snapshot, drafts } = inForce;
  return {
    version: profile.version,
    bar: profile.state === 'approved' ? '' : '协会已退回修改，请在信息补全中修改后重新提交',
    approvedAt: toIso(snapshot.createdAt),
    given: shownGiven,
    fields,
    sections: SECTION_KEYS.flatMap((key) => {
      const data = drafts[key];
      return data ? [{ key, rows: shown(data.rows), saidNone: data.saidNone }] : [];
    }),
    changes: changes.map((change) => present(change, { profile, inForce })),
    history: history.map(({ section, at, byWhat }) => ({ section, at: toIso(at), by: byWhat })),
    files,
  };
}

function present(
  change: ProfileChange,
  { profile, inForce }: { profile: Profile; inForce: InForce },
): OwnArchive['changes'][number] {
  const waits = change.state === 'waiting';
  const compared = compareChange(change, inForce, waits);
  return {
    id: change.id,
    section: change.section,
    state: change.state,
    version: change.version,
    before: shown(compared.before),
    rows: shown(waits ? asWanted(change, compared) : compared.rows),
    saidNone: change.saidNone,
    createdAt: toIso(change.createdAt),
    decidedAt: toIso(change.decidedAt),
    opinion: change.opinion,
    can: { amend: waits && change.openedAt === null && profile.state === 'approved', withdraw: waits },
  };
}
