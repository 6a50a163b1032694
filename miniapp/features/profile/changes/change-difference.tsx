import { differenceOf } from '../../../../bff/contract/form-reading/difference.ts';
import type { Row } from '../../../../bff/contract/form-reading/fields.ts';
import { rowTitle, valueWords } from '../../../../bff/contract/form-reading/words.ts';
import { profileSection } from '../../../../bff/contract/profile/profile.ts';
import { Box } from '../../../ui/elements.tsx';
import type { OwnChange } from './use-archive.ts';
import styles from '../profile.module.css';

const MARKS = { added: '新增', removed: '删除', changed: '修改', same: '' } as const;

/** A change as its member reads it: 现为, 申请改为; what stays as it is is not said. */
export function ChangeDifference({ change }: { change: OwnChange }) {
  const section = profileSection(change.section);
  const differences = differenceOf(section, change.before as Row[], change.rows as Row[]).filter(
    ({ kind }) => kind !== 'same',
  );
  if (differences.length === 0) return <Box>{change.saidNone ? `改为：${section.noneLabel ?? '无'}` : '没有改动'}</Box>;
  return differences.map((row) => (
    <Box key={row.id} className={styles.differing}>
      {section.shape === 'list' ? (
        <Box className={styles.cardTitle}>
          {MARKS[row.kind]}：{rowTitle(section, row.after ?? row.before ?? { values: {} }) || '未填写完的一条'}
        </Box>
      ) : null}
      {row.kind === 'removed'
        ? null
        : row.fields
            .filter(({ kind }) => kind !== 'same')
            .map(({ field, before, after }) => (
              <Box key={field.key} className={styles.differingField}>
                <Box>{field.label}</Box>
                {row.kind === 'added' ? null : <Box>现为：{valueWords(field, before) || '（空）'}</Box>}
                <Box className={styles.wanted}>
                  {row.kind === 'added' ? '' : '申请改为：'}
                  {valueWords(field, after) || '（空）'}
                </Box>
              </Box>
            ))}
    </Box>
  ));
}
