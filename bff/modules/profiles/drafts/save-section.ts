import { UniqueConstraintError, type Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import type { Value } from '../../../contract/forms/language.ts';
import type { SavedSection } from '../../../contract/profile/replies.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import type { SaveSectionParsed } from '../../../contract/profile/schemas.ts';
import { AppError } from '../../../errors.ts';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction, write } from '../../../platform/db/database.ts';
import { ofProfile } from '../../../subject.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { mendedDraft } from '../../forms/validate-section.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { Profile, ProfileSectionRow } from '../model.ts';
import { expectConsent } from '../consents/expect-consent.ts';
import { lawyerOf } from '../policy.ts';
import { keepProgress } from './keep-progress.ts';
import { isConfirmed, percentOf } from './how-far.ts';
import { presentOne } from './read-profile.ts';
import { readWhole } from './read-whole.ts';
import { rowsOf, toColumns } from '../facts/stored.ts';
import { tokensIn } from './tokens-in.ts';

interface Saving {
  actor: MemberActor;
  key: SectionKey;
  input: SaveSectionParsed;
}

/**
 * Keeps what is typed in a section, complete or not: one UPDATE by key, which an older version than the stored one, or a
 * profile that has been submitted meanwhile, does not pass. Throws `not_found`, `changed_meanwhile`, `wrong_state`,
 * `invalid_fields` for what no draft may hold.
 */
export async function saveSection({ actor, key, input }: Saving): Promise<SavedSection> {
  const lawyerId = lawyerOf(actor);
  const rows = typedRows(key, input);
  await expectConsent({ lawyerId, key, rows }, async () => {
    const stored = await ProfileSectionRow.findOne({ where: { lawyerId, section: key } });
    return stored ? rowsOf(stored) : [];
  });
  if (!(await update(actor, lawyerId, { key, input, rows }))) {
    await begin(lawyerId);
    if (!(await update(actor, lawyerId, { key, input, rows }))) await refuse(lawyerId, key);
  }
  const whole = await readWhole(lawyerId);
  await keepProgress(whole);
  const section = await presentOne(whole, key);
  // 党员信息 of somebody who is no member any more stays in the draft, and is not shown.
  if (!section) throw new AppError('wrong_state', { message: '本项现在不需要填写，已填写的内容保留' });
  return { section, percent: percentOf(whole), isConfirmed: isConfirmed(whole) };
}

/** What a member may type, mended where it can be; throws `invalid_fields` for anything else. */
export function typedRows(key: SectionKey, { rows }: SaveSectionParsed): Row[] {
  const section = profileSection(key);
  if (rows.length > section.maxRows) {
    throw new AppError('invalid_fields', { fields: { rows: `本项最多填写${section.maxRows}条` } });
  }
  const typed = new Set(
    section.fields.filter(({ from = 'member', kind }) => from === 'member' && kind !== 'photo').map((one) => one.key),
  );
  const unknown = rows.flatMap(({ values }) => Object.keys(values)).find((name) => !typed.has(name));
  if (unknown !== undefined) throw new AppError('invalid_fields', { fields: { [unknown]: '不支持的字段' } });
  return rows.map(({ id, variant, values }) => ({
    id,
    ...(variant !== undefined && { variant }),
    values: withoutName(key, mendedDraft(section, values)),
  }));
}

/** The name of a child under 14 is not kept (PIPL 31): asked for by nobody. */
function withoutName(key: SectionKey, values: Record<string, Value>): Record<string, Value> {
  if (key !== 'family' || values['isUnder14'] !== true) return values;
  const { name: _, ...others } = values;
  return others;
}

interface Typed {
  key: SectionKey;
  input: SaveSectionParsed;
  rows: readonly Row[];
}

// Written forty times a lawyer, many times a second in the last days of a campaign.
const UPDATE = `UPDATE profile_sections
  SET data = ?, sealed_data = ?, said_none = ?, schema_version = ?, version = ?, changed_at = ?
  WHERE lawyer_id = ? AND section = ? AND version = ? AND is_open = 1`;

async function update(actor: MemberActor, lawyerId: number, { key, input, rows }: Typed): Promise<boolean> {
  const { data, sealedData } = toColumns(lawyerId, key, rows);
  const saidNone = input.saidNone && rows.length === 0;
  const { version } = input;
  const written = [JSON.stringify(data), sealedData, saidNone ? 1 : 0, profileSection(key).version, version + 1];
  const values = [...written, clock.now(), lawyerId, key, version];
  const tokens = tokensIn(key, rows);
  if (tokens.length === 0) return (await write(UPDATE, values)).changed === 1;
  return transaction(async (t) => {
    if ((await write(UPDATE, values, t)).changed === 0) return false;
    const profile = await Profile.findOne({ where: { lawyerId }, transaction: t, rejectOnEmpty: true });
    await bindFiles({ accountId: actor.accountId, owner: ofProfile(profile.id), tokens }, t);
    return true;
  });
}

/** The rows of a profile that nobody has saved anything of; does nothing where they are. */
async function begin(lawyerId: number): Promise<void> {
  try {
    await transaction((t) => insertMissing(lawyerId, t));
  } catch (error) {
    // Another device was faster.
    if (!(error instanceof UniqueConstraintError)) throw error;
  }
}

export async function insertMissing(lawyerId: number, t: Transaction): Promise<void> {
  await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
  const profile = await Profile.findOne({ where: { lawyerId }, transaction: t });
  const known = await ProfileSectionRow.findAll({ where: { lawyerId }, transaction: t });
  const missing = SECTION_KEYS.filter((key) => !known.some(({ section }) => section === key));
  const changedAt = clock.now();
  await ProfileSectionRow.bulkCreate(
    missing.map((section) => ({
      lawyerId,
      section,
      data: [],
      sealedData: null,
      saidNone: false,
      schemaVersion: profileSection(section).version,
      version: 0,
      isOpen: known.every(({ isOpen }) => isOpen),
      changedAt,
    })),
    { transaction: t },
  );
  if (profile) return;
  await Profile.create(
    {
      lawyerId,
      state: 'filling',
      version: 1,
      confirmedHash: null,
      confirmedAt: null,
      snapshotId: null,
      approvedSnapshotId: null,
      submittedAt: null,
      decidedAt: null,
      reopenedReason: '',
      changedAt,
    },
    { transaction: t },
  );
  await publish('profile.moved', { lawyerId }, t);
}

/** Says why an UPDATE found nothing. */
async function refuse(lawyerId: number, section: SectionKey): Promise<never> {
  const row = await ProfileSectionRow.findOne({ where: { lawyerId, section }, rejectOnEmpty: true });
  if (!row.isOpen)
    throw new AppError('wrong_state', { message: '已提交审核，如需修改请先撤回；您刚才填写的内容没有保存' });
  throw new AppError('changed_meanwhile', { message: '本项刚在另一台设备上修改过，请核对后选择保留哪一份' });
}
