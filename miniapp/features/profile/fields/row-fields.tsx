import {
  isFilled,
  isRequired,
  isSensitive,
  isShown,
  isTyped,
  type Row,
} from '../../../../bff/contract/form-reading/fields.ts';
import type { Value, Values } from '../../../../bff/contract/forms/language.ts';
import type { SensitiveSection } from '../../../../bff/contract/profile/consents.ts';
import type { ProfileField, ProfileSection } from '../../../../bff/contract/profile/language.ts';
import type { SectionKey } from '../../../../bff/contract/profile/profile.ts';
import type { AttachmentReply } from '../../../../bff/contract/files/endpoints.ts';
import { Facts } from '../../../ui/sheets/sheet.tsx';
import type { Snapshot } from '../draft/autosave.ts';
import { ConsentPanel } from '../consents/consent-panel.tsx';
import { useConsent } from '../consents/use-consent.ts';
import { FormField } from './form-field.tsx';
import { shownWords } from './shown-words.ts';

export interface RowFieldsProps {
  section: ProfileSection;
  row: Row;
  /** Beside the row: of the registry, and of 基本信息. */
  context: Values;
  /** Fields to show; absent: all. */
  only?: readonly string[];
  now: Pick<Snapshot, 'reply' | 'sent'>;
  /** What is missing is said once somebody has tried to go on. */
  isTried: boolean;
  onChange: (row: Row) => void;
  files: readonly AttachmentReply[];
  onUploaded: (file: AttachmentReply) => void;
}

/** The fields of one row that are shown now, each with what the server last said of it. */
export function RowFields(props: RowFieldsProps) {
  const { section, row, context, only, onChange } = props;
  const consent = useConsent(section.key as SectionKey);
  const isClosed = consent !== null && consent !== 'agreed';
  const here = section.fields.filter((field) => (!only || only.includes(field.key)) && isShown(field, row, context));
  // What is sensitive is shown once it is agreed to; what stood there before stays as it is until then.
  const shown = here.filter((field) => !isClosed || !isSensitive(section, field));
  const set = (key: string, value: Value | undefined) => {
    const { [key]: _, ...others } = row.values;
    onChange({ ...row, values: value === undefined ? others : { ...others, [key]: value } });
  };
  return (
    <>
      {shown.map((field) =>
        isTyped(field) && !(section.key === 'basic' && field.key in context) ? (
          <FormField
            key={field.key}
            field={field}
            value={row.values[field.key]}
            onChange={(value) => set(field.key, value)}
            required={isRequired(field, row, context)}
            error={faultOf(props, field)}
            doubt={props.now.reply.doubts[`${row.id}.${field.key}`] ?? ''}
            files={props.files}
            onUploaded={props.onUploaded}
          />
        ) : (
          <GivenField key={field.key} field={field} value={context[field.key]} />
        ),
      )}
      {isClosed && shown.length < here.length ? (
        <ConsentPanel section={section.key as SensitiveSection} state={consent} />
      ) : null}
    </>
  );
}

/** A value that nobody types here. */
function GivenField({ field, value }: { field: ProfileField; value: Value | undefined }) {
  const words = shownWords(field, value);
  return words === '' ? null : <Facts rows={[[field.label, words]]} />;
}

/** What the server said of a field, as long as it says what it said then. */
function faultOf({ row, now: { reply, sent }, isTried }: RowFieldsProps, { key }: ProfileField): string {
  const fault = reply.faults[`${row.id}.${key}`] ?? '';
  const value = row.values[key];
  const then = sent.rows.find(({ id }) => id === row.id)?.values[key];
  const isSame = JSON.stringify(value ?? null) === JSON.stringify(then ?? null);
  return isSame && (isTried || isFilled(value)) ? fault : '';
}
