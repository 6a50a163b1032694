import { Alert } from 'antd';
import { rowTitle } from '../../../bff/contract/form-reading/words.ts';
import { profileSection, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import type { ProfileDetail } from '../../../bff/contract/profile/replies.ts';

/** What is doubtful in a profile, on top of it: where it stands, and the words of the rule that found it. */
export function Doubts({ profile: { sections }, onGo }: { profile: ProfileDetail; onGo(key: SectionKey): void }) {
  const found = sections.flatMap(({ key, rows, doubts }) =>
    Object.entries(doubts).map(([at, words]) => {
      const [rowId, fieldKey] = at.split('.');
      const schema = profileSection(key);
      const row = rows.find(({ id }) => id === rowId);
      const field = schema.fields.find((one) => one.key === fieldKey);
      const where = [schema.label, row && schema.shape === 'list' ? rowTitle(schema, row) : '', field?.label ?? ''];
      return { key, at, words, where: where.filter(Boolean).join(' › ') };
    }),
  );
  if (found.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="note"
      title={`${found.length}处存疑，请核对后决定`}
      description={
        <ul className="plain">
          {found.map(({ key, at, words, where }) => (
            <li key={`${key}.${at}`}>
              <a href={`#section-${key}`} onClick={() => onGo(key)}>
                {where}
              </a>
              ：{words}
            </li>
          ))}
        </ul>
      }
    />
  );
}
