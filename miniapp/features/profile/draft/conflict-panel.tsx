import { useState } from 'react';
import { rowTitle, valueWords } from '../../../../bff/contract/form-reading/words.ts';
import type { ProfileSection } from '../../../../bff/contract/profile/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Box } from '../../../ui/elements.tsx';
import { Segmented } from '../../../ui/fields/segmented.tsx';
import { Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import type { SaveState } from './autosave.ts';
import type { Conflict } from './merge.ts';
import styles from '../profile.module.css';

/** Both texts of what two devices changed, to be chosen field by field; nothing is overwritten before. */
export function ConflictPanel({
  section,
  state,
  onResolve,
}: {
  section: ProfileSection;
  state: SaveState & { kind: 'conflict' };
  onResolve: (theirs: readonly Conflict[]) => void;
}) {
  const [theirs, setTheirs] = useState<readonly Conflict[]>([]);
  return (
    <Sheet title="另一台设备也改过">
      <Notice tone="warn">下列内容在另一台设备上已改成别的，请逐项选择保留哪一份；其余内容已自动合并。</Notice>
      {state.conflicts.map((one) => {
        const field = section.fields.find(({ key }) => key === one.field);
        const words = (value: Conflict['mine']) => (field && valueWords(field, value)) || '（空）';
        const row = state.theirs.rows.find(({ id }) => id === one.row);
        const title = row && section.shape === 'list' ? rowTitle(section, row) : '';
        return (
          <Box key={`${one.row}.${one.field}`} className={styles.conflict}>
            <Box className={styles.conflictName}>{[title, field?.label].filter(Boolean).join('：')}</Box>
            <Box>本设备：{words(one.mine)}</Box>
            <Box>最新：{words(one.theirs)}</Box>
            <Segmented
              id={`conflict-${one.row}-${one.field}`}
              label={field?.label ?? ''}
              value={theirs.includes(one) ? 'theirs' : 'mine'}
              options={[
                { value: 'mine', label: '保留我的' },
                { value: 'theirs', label: '使用最新' },
              ]}
              onChange={(choice) =>
                setTheirs((all) => (choice === 'theirs' ? [...all, one] : all.filter((other) => other !== one)))
              }
              compact
            />
          </Box>
        );
      })}
      <Button onTap={() => onResolve(theirs)}>按所选保存</Button>
    </Sheet>
  );
}
