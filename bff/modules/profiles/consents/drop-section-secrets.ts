import { Op, type Transaction } from 'sequelize';
import type { Row } from '../../../contract/form-reading/fields.ts';
import type { SensitiveSection } from '../../../contract/profile/consents.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ProfileChange } from '../change-model.ts';
import { openAll, sealAll } from '../facts/stored.ts';
import { ProfileSectionRow, ProfileSnapshot } from '../model.ts';

/** Of relatives every word is sensitive: nothing is left of a row. */
const left = (section: SensitiveSection, rows: readonly Row[]): readonly Row[] => (section === 'family' ? [] : rows);

/**
 * Removes what is sensitive of a section, in the working copy, in everything that was submitted, and in changes. A snapshot
 * of which something is gone says so, because its hash was made of all of it. Whoever calls has locked the lawyer.
 */
export async function dropSectionSecrets(lawyerId: number, section: SensitiveSection, t: Transaction): Promise<void> {
  const draft = await ProfileSectionRow.findOne({ where: { lawyerId, section }, transaction: t });
  if (draft && (draft.sealedData !== null || left(section, draft.data).length < draft.data.length)) {
    const data = left(section, draft.data);
    const changed = { data, sealedData: null, version: draft.version + 1, changedAt: clock.now() };
    await draft.update(changed, { transaction: t });
  }
  const snapshots = await ProfileSnapshot.findAll({
    where: { lawyerId, sealedContent: { [Op.not]: null } },
    transaction: t,
  });
  for (const snapshot of snapshots) await dropIn(snapshot, section, t);
  await ProfileChange.update(
    { state: 'void', openMark: null },
    { where: { lawyerId, section, state: 'waiting' }, transaction: t },
  );
  const none = section === 'family' ? { base: [], wanted: [] } : {};
  await ProfileChange.update(
    { sealedBase: null, sealedWanted: null, ...none },
    { where: { lawyerId, section }, transaction: t },
  );
}

async function dropIn(snapshot: ProfileSnapshot, section: SensitiveSection, t: Transaction): Promise<void> {
  const { lawyerId, number, content, sealedContent } = snapshot;
  const { [section]: gone, ...others } = openAll(lawyerId, number, sealedContent);
  const frozen = content.sections[section];
  if (!gone || !frozen) return;
  const rows = left(section, frozen.rows);
  const sections = { ...content.sections, [section]: { ...frozen, rows } };
  // Beside its outcome a snapshot changes only in this way, and by the end of a membership (retention/drop-sensitive.ts).
  await snapshot.update(
    {
      content: { ...content, sections },
      sealedContent: Object.keys(others).length === 0 ? null : sealAll(lawyerId, number, others),
      sensitiveRemovedAt: clock.now(),
    },
    { transaction: t, hooks: false },
  );
}
