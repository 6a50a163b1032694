import { useState } from 'react';
import type { Values } from '../../../bff/contract/forms/language.ts';
import type { AttachmentReply } from '../../../bff/contract/files/endpoints.ts';
import type { OwnProfile, SectionReply } from '../../../bff/contract/profile/endpoints.ts';
import { sectionInForce } from '../../../bff/contract/profile/field-settings.ts';
import type { ProfileSection } from '../../../bff/contract/profile/language.ts';
import { serviceYearWords } from '../../../bff/contract/profile/service-year.ts';
import { profileSection, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import { AskDesk } from '../../application/ask-desk.tsx';
import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { BasicForm } from './basic/basic-form.tsx';
import { ConflictPanel } from './draft/conflict-panel.tsx';
import { SaveLine } from './draft/save-line.tsx';
import type { Autosave, Snapshot } from './draft/autosave.ts';
import { hasSensitive } from './draft/on-device.ts';
import { useAutosave } from './draft/use-autosave.ts';
import { ListForm } from './list/list-form.tsx';
import { RegisteredRows } from './list/registered-rows.tsx';
import { SingleForm } from './list/single-form.tsx';
import { SectionView, type FileView } from './file/section-view.tsx';

/** A section while it is written: what stands in the form, and what takes it. */
export interface SectionEditing extends Snapshot {
  autosave: Pick<Autosave, 'type' | 'settle' | 'adopt'>;
}

/** What every form of rows is given. */
export interface RowsFormProps {
  /** As the office has it filled in. */
  section: ProfileSection;
  reply: SectionReply;
  /** `row.field` of a fault that a link led to. */
  at: string;
  editing: SectionEditing;
  context: Values;
  files: readonly AttachmentReply[];
  onUploaded: (file: AttachmentReply) => void;
}
/** What every form of a section of 信息补全 is given. */
export interface SectionFormProps extends RowsFormProps {
  accountId: number;
  profile: OwnProfile;
}

/** One section: its form, or what it says where nothing may be written. */
export function SectionEditor({
  accountId,
  profile,
  section,
  at,
}: {
  accountId: number;
  profile: OwnProfile;
  section: SectionKey;
  at: string;
}) {
  const reply = profile.sections.find(({ key }) => key === section);
  if (!reply) return <Notice>{`${profileSection(section).label}现在不需要填写；已填写的内容保留。`}</Notice>;
  if (!profile.can.edit) {
    return (
      <>
        <Notice>{profile.state === 'waiting' ? '正在审核，如需修改请先撤回。' : '已审核通过。'}</Notice>
        <SectionView profile={profile} reply={reply} />
        <AskDesk
          words="对这一项有疑问的"
          category="profile"
          title={profileSection(section).label}
          tied={{ kind: 'section', key: section }}
        />
      </>
    );
  }
  return <Editing key={section} accountId={accountId} profile={profile} reply={reply} at={at} />;
}

function Editing({
  accountId,
  profile,
  reply,
  at,
}: Omit<SectionFormProps, 'section' | 'editing' | 'context' | 'files' | 'onUploaded'>) {
  const editing = useAutosave(accountId, reply);
  const [uploaded, setUploaded] = useState<readonly AttachmentReply[]>([]);
  const { state, autosave } = editing;
  const section = sectionInForce(reply.key, profile.fields);
  const common: SectionFormProps = {
    section,
    accountId,
    profile,
    reply: editing.reply,
    at,
    editing,
    context: contextOf(profile, reply.key),
    files: [...uploaded, ...profile.files],
    onUploaded: (file) => setUploaded((all) => [...all, file]),
  };
  return (
    <>
      {reply.opinion ? (
        <Notice tone="bad">
          <Box as="strong">审核意见</Box>
          <Box>{reply.opinion}</Box>
        </Notice>
      ) : null}
      {state.kind === 'conflict' ? (
        <ConflictPanel section={section} state={state} onResolve={(theirs) => autosave.resolve(theirs)} />
      ) : null}
      <SaveLine
        state={state}
        isSensitive={hasSensitive(reply.key, editing.typed)}
        onRetry={() => void autosave.flush()}
      />
      <RegisteredRows profile={profile} section={reply.key} />
      {reply.key === 'publicService' ? (
        <Notice>{serviceYearWords(editing.typed.rows, profile.serviceGoal)}</Notice>
      ) : null}
      <FormOf {...common} />
      <AskDesk
        words="填写中遇到问题的"
        category="profile"
        title={section.label}
        tied={{ kind: 'section', key: reply.key }}
      />
    </>
  );
}

function FormOf(props: SectionFormProps) {
  const { key, shape } = props.section;
  if (key === 'basic') return <BasicForm {...props} />;
  return shape === 'single' ? <SingleForm {...props} /> : <ListForm {...props} />;
}

/** What stands beside the rows of a section; of what its own rows say under the same key, nothing. */
export function contextOf({ given, sections }: Pick<FileView, 'given' | 'sections'>, key: SectionKey): Values {
  if (key === 'basic') return given;
  const basic = sections.find((one) => one.key === 'basic')?.rows[0]?.values ?? {};
  const own = new Set(profileSection(key).fields.map((field) => field.key));
  return Object.fromEntries(Object.entries({ ...basic, ...given }).filter(([name]) => !own.has(name)));
}
