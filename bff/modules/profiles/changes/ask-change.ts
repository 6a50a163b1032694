import type { Transaction } from 'sequelize';
import type { LawyerActor, MemberActor } from '../../../actor.ts';
import { NO_DATA, type SectionData } from '../../../contract/form-reading/fields.ts';
import { differenceOf } from '../../../contract/form-reading/difference.ts';
import { sectionInForce, type FieldSettings } from '../../../contract/profile/field-settings.ts';
import type { AskedChange } from '../../../contract/profile-changes/replies.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import type { SaveSectionParsed } from '../../../contract/profile/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofProfile } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { ProfileChange } from '../change-model.ts';
import { expectConsent } from '../consents/expect-consent.ts';
import { typedRows } from '../drafts/save-section.ts';
import { changeColumns } from '../facts/stored.ts';
import { tokensIn } from '../drafts/tokens-in.ts';
import type { Profile } from '../model.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { lockOwn } from '../policy.ts';
import { splitChange } from '../rules/change-classes.ts';
import { isSameRows } from '../rules/rebase.ts';
import { applySection } from './apply-section.ts';
import { judgeChanged, readInForce, type InForce } from './in-force.ts';

interface Asking {
  actor: MemberActor;
  key: SectionKey;
  input: SaveSectionParsed;
}

/**
 * Changes a section of an approved profile: what may change at once does, the rest waits as its 变更单; a second one amends
 * the first until a reviewer has looked at it. Says which part is which. Throws `not_found`, `wrong_state`,
 * `changed_meanwhile`, `invalid_fields` (also for what only a ticket changes).
 */
export async function askChange(asking: Asking): Promise<Omit<AskedChange, 'archive'>> {
  const { actor, key, input } = asking;
  if (actor.kind !== 'lawyer') throw new AppError('not_found');
  const { lawyerId } = actor;
  const typed = typedRows(key, input);
  return transaction(async (t) => {
    await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
    const profile = await lockApproved(lawyerId, t);
    if (profile.version !== input.version) {
      throw new AppError('changed_meanwhile', { message: '您的信息刚有变动，请核对后再提交' });
    }
    const inForce = await readInForce(profile, t);
    const { fields } = inForce.facts;
    const section = sectionInForce(key, fields);
    const present = inForce.drafts[key] ?? NO_DATA;
    await expectConsent({ lawyerId, key, rows: typed }, async () => present.rows);
    const judged = judgeChanged(inForce, { key, data: { rows: typed, saidNone: input.saidNone } });
    const { free, refused } = splitChange(section, present.rows, judged.data.rows);
    const faults = { ...judged.faults, ...refused };
    if (Object.keys(faults).length > 0) throw new AppError('invalid_fields', { fields: faults });
    const owner = ofProfile(profile.id);
    await bindFiles({ accountId: actor.accountId, owner, tokens: tokensIn(key, judged.data.rows) }, t);
    const wanted = judged.data;
    const freed = atOnce({ inForce, key, present, wanted, free });
    const now = freed ?? present;
    if (freed) await applySection({ actor, profile, inForce, key, data: freed, changeId: null }, t);
    const isLeft = !isSame(now, wanted);
    await keepChange({ actor, profile, key, base: now, wanted: isLeft ? wanted : null, doubts: judged.doubts }, t);
    const changed = freed ? labelsOf(fields, key, present, freed) : [];
    // What is in force is read anew: the registry may not have taken over everything that was wanted.
    const applied = freed ? labelsOf(fields, key, present, (await readInForce(profile, t)).drafts[key] ?? freed) : [];
    return {
      applied,
      confirming: changed.filter((label) => !applied.includes(label)),
      waiting: isLeft ? labelsOf(fields, key, now, wanted) : [],
    };
  });
}

/** The lawyer's profile, locked, and approved. */
export async function lockApproved(lawyerId: number, t: Transaction): Promise<Profile> {
  const profile = await lockOwn(lawyerId, t);
  if (profile?.state !== 'approved') throw new AppError('wrong_state', { message: '信息补全审核通过后才能申请变更' });
  return profile;
}

const isSame = (a: SectionData, b: SectionData) => a.saidNone === b.saidNone && isSameRows(a.rows, b.rows);

/**
 * The section with those fields changed that may change at once; null: none of them may, or the section would not be right
 * without the others.
 */
function atOnce(asked: {
  inForce: InForce;
  key: SectionKey;
  present: SectionData;
  wanted: SectionData;
  free: SectionData['rows'];
}): SectionData | null {
  const { inForce, key, present, wanted, free } = asked;
  const isWhole = isSameRows(free, wanted.rows);
  const data = { rows: free, saidNone: isWhole ? wanted.saidNone : present.saidNone };
  const isReviewed = profileSection(key).change === 'review' && data.saidNone !== present.saidNone;
  if (isReviewed || isSame(data, present)) return null;
  const judged = judgeChanged(inForce, { key, data });
  return Object.keys(judged.faults).length === 0 ? judged.data : null;
}

/** The open 变更单 of the section as it is wanted now; `wanted` null: nothing is left to be reviewed. */
async function keepChange(
  asked: {
    actor: LawyerActor;
    profile: Profile;
    key: SectionKey;
    base: SectionData;
    wanted: SectionData | null;
    doubts: Readonly<Record<string, string>>;
  },
  t: Transaction,
): Promise<void> {
  const { actor, profile, key, base, wanted, doubts } = asked;
  const { lawyerId } = profile;
  const at = clock.now();
  const open = await ProfileChange.findOne({ where: { lawyerId, section: key, openMark: 'open' }, transaction: t });
  if (open && open.openedAt !== null) {
    if (!wanted) return;
    throw new AppError('wrong_state', { message: '审核人员正在审核本项的变更，请等待结果，或先撤回再修改' });
  }
  if (!wanted) {
    await open?.update({ state: 'withdrawn', openMark: null, decidedAt: at, changedAt: at }, { transaction: t });
    return;
  }
  const columns = {
    ...changeColumns(lawyerId, key, { base: base.rows, wanted: wanted.rows }),
    saidNone: wanted.saidNone,
    doubts: Object.keys(doubts).length,
    changedAt: at,
  };
  if (open) await open.update({ ...columns, version: open.version + 1 }, { transaction: t });
  else {
    const nobody = { openedAt: null, decidedAt: null, opinion: '', decidedById: null, decidedByName: '' };
    await ProfileChange.create(
      { lawyerId, section: key, state: 'waiting', openMark: 'open', version: 1, createdAt: at, ...nobody, ...columns },
      { transaction: t },
    );
  }
  const line = { action: 'profile.change-asked', targetKind: 'profile', targetId: profile.id } as const;
  await writeAudit({ actor, ...line, target: actor.name, detail: profileSection(key).label }, t);
}

/** What differs, as people call it: fields of a form, the whole of a list. */
function labelsOf(fields: FieldSettings, key: SectionKey, before: SectionData, after: SectionData): string[] {
  const section = sectionInForce(key, fields);
  if (section.shape === 'list') return [section.label];
  const found = differenceOf(section, before.rows, after.rows).flatMap((row) => row.fields);
  return found.filter(({ kind }) => kind !== 'same').map(({ field }) => field.label);
}
