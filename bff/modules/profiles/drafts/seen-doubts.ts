import type { SectionData } from '../../../contract/form-reading/fields.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import type { SeenBefore } from '../facts/seen-before.ts';
import { codesOf } from '../rules/finding.ts';
import { isSameRows } from '../rules/rebase.ts';

/** What a reviewer has seen before: another lawyer's file, a section as it was rejected. Pure. */
export function doubtsOfSeen(
  { key, data, doubts }: { key: SectionKey; data: SectionData; doubts: Readonly<Record<string, string>> },
  { sharedFiles, rejected }: SeenBefore,
): Record<string, string> {
  const found: Record<string, string> = {};
  const files = profileSection(key).fields.filter(({ kind }) => kind === 'files');
  for (const { id, values } of data.rows) {
    for (const { key: name } of files) {
      if (codesOf(values, name).some((token) => sharedFiles.has(token))) {
        found[`${id}.${name}`] = '有文件与另一位律师提交的完全相同，请核对';
      }
    }
  }
  const again = rejected.find(
    ({ section, rows, saidNone }) => section === key && saidNone === data.saidNone && isSameRows(rows, data.rows),
  );
  if (again)
    found['_'] = [doubts['_'], `与曾被驳回的内容相同（审核意见：${again.opinion}）`].filter((one) => one).join('；');
  return found;
}
