import type { ReactNode } from 'react';
import { isTyped } from '../../../../bff/contract/form-reading/fields.ts';
import type { OwnArchive } from '../../../../bff/contract/profile-changes/endpoints.ts';
import { BASIC } from '../../../../bff/contract/profile/sections/basic.ts';
import type { ProfileField, ProfileSection } from '../../../../bff/contract/profile/language.ts';
import { pageUrl } from '../../../addresses.ts';
import { Box } from '../../../ui/elements.tsx';
import { Icon } from '../../../ui/marks/icon.tsx';
import { Facts, Sheet, type FactRow } from '../../../ui/sheets/sheet.tsx';
import { CORRECTIONS } from '../basic/step-registry.tsx';
import { shownWords } from '../fields/shown-words.ts';
import { classOf } from './change-fields.ts';
import styles from '../profile.module.css';

/** What is confirmed of the registry while it is filled in; afterwards it is asked for no more. */
const NOT_CHANGED: readonly string[] = ['verdict', 'photo'];

/** 基本信息 as it may be changed: what the registry holds by a ticket, the rest in its three parts. */
export function BasicChange({
  archive,
  section,
  isRead,
  fields,
}: {
  archive: OwnArchive;
  section: ProfileSection;
  /** A reviewer looks at what waits: what changes at once may be changed all the same. */
  isRead: boolean;
  fields: (only: readonly string[]) => ReactNode;
}) {
  const { given } = archive;
  const mayChange = (key: string) => {
    const field = section.fields.find((one) => one.key === key);
    if (!field || !isTyped(field) || NOT_CHANGED.includes(key) || key in given) return false;
    const kind = classOf(section, field);
    return kind === 'free' || (kind === 'review' && !isRead);
  };
  const parts = BASIC.steps.map(({ key, label, fields: keys }) => ({ key, label, keys: keys.filter(mayChange) }));
  return (
    <>
      <Sheet title="提交工单更正的内容" beside={<Icon name="lock" />}>
        <Box className={styles.lead}>以下内容以协会登记为准；有误的，提交工单更正，请备好证明材料。</Box>
        <Facts rows={lockedOf(archive, section)} />
      </Sheet>
      {parts.map(({ key, label, keys }) =>
        keys.length === 0 ? null : (
          <Sheet key={key} title={label}>
            {fields(keys)}
          </Sheet>
        ),
      )}
    </>
  );
}

/** What only a ticket changes, each with its way. */
function lockedOf({ given, sections }: OwnArchive, section: ProfileSection): FactRow[] {
  const own = sections.find(({ key }) => key === 'basic')?.rows[0]?.values ?? {};
  const locked = section.fields.filter((field) => classOf(section, field) === 'ticket');
  return locked.flatMap((field): FactRow[] => {
    const words = shownWords(field, given[field.key] ?? own[field.key]);
    if (words === '') return [];
    return [
      [field.label, words, { href: ticketFor(field, field.key in given), text: '更正', label: `更正${field.label}` }],
    ];
  });
}

/** The entry of the registry that says it; of what no entry says, a ticket about one's own data. */
function ticketFor({ key }: ProfileField, isGiven: boolean): string {
  const correction = CORRECTIONS[key] ?? (isGiven ? 'identity' : undefined);
  return correction
    ? pageUrl('correctionForm', { field: correction })
    : pageUrl('ticketForm', { category: 'personal_data' });
}
