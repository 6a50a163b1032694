import { Alert, Input } from 'antd';
import { MAX_REASON } from '../../../../bff/contract/certificates/limits.ts';
import { useId } from 'react';
import { ApiFailure, sentenceOf } from '../../../providers/failure.ts';

interface LinesFieldProps {
  /** By which a form finds it. */
  name?: string;
  label: string;
  value: string;
  onChange(value: string): void;
  maxLength: number;
  placeholder?: string;
  isRequired?: boolean;
  autoFocus?: boolean;
  /** The server's word on this field. */
  fault: string | undefined;
}

/** Some lines of text in a confirmation, with the server's fault under it. */
export function LinesField({ label, value, onChange, fault, isRequired = false, ...rest }: LinesFieldProps) {
  const faultId = useId();
  return (
    <label>
      <span className={isRequired ? 'required' : undefined}>{label}</span>
      <Input.TextArea
        {...rest}
        value={value}
        showCount
        autoSize={{ minRows: 2, maxRows: 6 }}
        status={fault ? 'error' : ''}
        aria-invalid={Boolean(fault)}
        aria-describedby={fault ? faultId : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault && (
        <p id={faultId} role="alert" className="fault">
          {fault}
        </p>
      )}
    </label>
  );
}

/** Why something will be on record: the member reads it. */
export const ReasonField = (props: Omit<LinesFieldProps, 'label' | 'maxLength' | 'isRequired' | 'placeholder'>) => (
  <LinesField {...props} label="原因" isRequired maxLength={MAX_REASON} placeholder="申请人会看到这段说明" />
);

/** The server's word on one field, if it has one. */
export const faultOf = (error: unknown, field: string): string | undefined =>
  error instanceof ApiFailure ? error.fields[field] : undefined;

/** What went wrong, where it is about no field that is shown. */
export function Refusal({ error, shown }: { error: unknown; shown: readonly string[] }) {
  if (!error || shown.some((field) => faultOf(error, field))) return null;
  return <Alert type="error" showIcon role="alert" title={sentenceOf(error)} />;
}
