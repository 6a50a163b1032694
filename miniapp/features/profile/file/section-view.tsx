import type { ReactNode } from 'react';
import { isShown, sortedRows, type Row } from '../../../../bff/contract/form-reading/fields.ts';
import { derivedWords } from '../../../../bff/contract/profile/derived.ts';
import { rowTitle } from '../../../../bff/contract/form-reading/words.ts';
import type { Values } from '../../../../bff/contract/forms/language.ts';
import { sectionInForce, type FieldSettings } from '../../../../bff/contract/profile/field-settings.ts';
import { profileSection, type SectionKey } from '../../../../bff/contract/profile/profile.ts';
import { Box } from '../../../ui/elements.tsx';
import { Facts, Sheet, type FactRow } from '../../../ui/sheets/sheet.tsx';
import { shownWords } from '../fields/shown-words.ts';
import styles from '../profile.module.css';

/** What is read of a profile: what the registry says, and its sections. */
export interface FileView {
  given: Values;
  /** What the office has set of fields: what is hidden is not read either. */
  fields: FieldSettings;
  sections: readonly { key: SectionKey; rows: readonly Row[]; saidNone: boolean }[];
}

/** What a section says, to be read. */
export function SectionView({
  profile,
  reply,
  beside,
  children,
}: {
  profile: FileView;
  reply: FileView['sections'][number];
  /** An act beside its heading, and what is said before its rows. */
  beside?: ReactNode;
  children?: ReactNode;
}) {
  const section = profileSection(reply.key);
  const rows: Row[] = sortedRows(section, reply.rows);
  return (
    <Sheet title={section.label} beside={beside}>
      {children}
      {rows.length === 0 ? (
        <Box className={styles.lead}>{reply.saidNone ? (section.noneLabel ?? '无') : '未填写'}</Box>
      ) : null}
      {rows.map((row) => (
        <Box key={row.id} className={styles.viewed}>
          {section.shape === 'list' ? <Box className={styles.cardTitle}>{rowTitle(section, row)}</Box> : null}
          <RowFacts profile={profile} sectionKey={reply.key} row={row} />
        </Box>
      ))}
    </Sheet>
  );
}

/** One row as label and value: only what is shown and says something. */
export function RowFacts({ profile, sectionKey, row }: { profile: FileView; sectionKey: SectionKey; row: Row }) {
  const section = sectionInForce(sectionKey, profile.fields);
  const isBasic = sectionKey === 'basic';
  const { given } = profile;
  const beside = isBasic ? given : {};
  const rows = section.fields.flatMap((field): FactRow[] => {
    if (field.kind === 'photo' || !isShown(field, row, beside)) return [];
    if (field.kind === 'derived') {
      const words = derivedWords(field.key, profile.sections, profile.fields);
      return words === '' ? [] : [[field.label, words]];
    }
    const words = shownWords(field, (isBasic ? given[field.key] : undefined) ?? row.values[field.key]);
    return words === '' ? [] : [[field.label, words]];
  });
  return <Facts rows={rows} />;
}
