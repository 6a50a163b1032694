import { CHANGE_STATES, CHANGED_BY } from '../../../../bff/contract/profile-changes/enums.ts';
import type { OwnArchive } from '../../../../bff/contract/profile-changes/endpoints.ts';
import { profileSection } from '../../../../bff/contract/profile/profile.ts';
import { Facts, Sheet } from '../../../ui/sheets/sheet.tsx';
import { shownTime } from '../../../ui/times.ts';

/** 变更记录: what took effect and by what, and what became of the changes that were asked for; the latest first. */
export function ChangeHistory({ archive: { history, changes } }: { archive: OwnArchive }) {
  const happened = history.map(({ at, section, by }) => ({ at, section, words: CHANGED_BY[by] }));
  // What took effect stands in the history already.
  const ended = changes
    .filter(({ state }) => state !== 'waiting' && state !== 'effective')
    .map(({ decidedAt, createdAt, section, state, opinion }) => ({
      at: decidedAt ?? createdAt,
      section,
      words: `变更${CHANGE_STATES[state]}${opinion ? `：${opinion}` : ''}`,
    }));
  const all = [...happened, ...ended].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (all.length === 0) return null;
  return (
    <Sheet title="变更记录">
      <Facts
        rows={all.map(({ at, section, words }) => [shownTime(at), `${profileSection(section).label}　${words}`])}
      />
    </Sheet>
  );
}
