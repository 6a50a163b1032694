import { Radio } from 'antd';
import type { Row } from '../../../../bff/contract/form-reading/fields.ts';
import { rowTitle, valueWords } from '../../../../bff/contract/form-reading/words.ts';
import { RESOLUTIONS } from '../../../../bff/contract/profile-changes/enums.ts';
import { profileSection, type SectionKey } from '../../../../bff/contract/profile/profile.ts';

export type Resolution = keyof typeof RESOLUTIONS;
const CHOICES = Object.entries(RESOLUTIONS).map(([value, label]) => ({ value, label }));

interface ConflictsProps {
  section: SectionKey;
  /** `row.field`, or `row` where one side took away what the other changed. */
  conflicts: readonly string[];
  /** In force now, and as the member wants it. */
  before: readonly Row[];
  wanted: readonly Row[];
  resolved: Readonly<Record<string, Resolution>>;
  onResolve(at: string, by: Resolution): void;
}

/** 冲突: what the member wants and somebody else has changed meanwhile, to be settled one by one. */
export function Conflicts({ section: key, conflicts, before, wanted, resolved, onResolve }: ConflictsProps) {
  const section = profileSection(key);
  const find = (rows: readonly Row[], id: string) => rows.find((row) => row.id === id);
  return (
    <section className="sheet padded" aria-label="冲突">
      <h2>冲突</h2>
      <p className="quiet">申请之后，这些内容又另有改动，请逐处选择；没有冲突的已自动合并</p>
      {conflicts.map((at) => {
        const [id = '', fieldKey] = at.split('.');
        const field = section.fields.find((one) => one.key === fieldKey);
        const [now, then] = [find(before, id), find(wanted, id)];
        const words = (row: Row | undefined) => {
          if (!row) return '（已删除）';
          return field ? valueWords(field, row.values[field.key]) || '（空）' : rowTitle(section, row) || '（整条）';
        };
        const title = section.shape === 'list' ? rowTitle(section, now ?? then ?? { values: {} }) : '';
        const label = [title, field?.label ?? (title ? '整条' : fieldKey)].filter(Boolean).join(' › ');
        return (
          <fieldset key={at} className="profile-conflict">
            <legend>{label}</legend>
            <span>
              现为：<ins>{words(now)}</ins>
            </span>
            <span>
              申请改为：<ins>{words(then)}</ins>
            </span>
            <Radio.Group
              options={CHOICES}
              value={resolved[at] ?? null}
              aria-label={label}
              onChange={({ target }) => onResolve(at, target.value as Resolution)}
            />
          </fieldset>
        );
      })}
    </section>
  );
}
