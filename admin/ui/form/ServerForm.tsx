import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldFaults } from '../../../bff/contract/errors.ts';
import { ApiFailure, hasCode, sentenceOf } from '../../providers/failure.ts';
import { control, groupsOf, type FieldSpec } from './form-fields.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';

interface ServerFormProps<Values extends object, Saved> {
  initial: Values;
  fields: readonly FieldSpec<Values>[];
  submitLabel: string;
  /** Sends what was typed, untrimmed and unjudged: the server decides and names every fault at once. */
  onSubmit(values: Values): Promise<Saved>;
  onSaved?(saved: Saved): void;
  /** Shown instead of the plain sentence when somebody else saved first (`changed_meanwhile`). */
  conflict?(typed: Values, resubmit: (values: Values) => void): ReactNode;
  extraActions?: ReactNode;
}

/**
 * A form whose faults come from the server: each stands under its field, the first is scrolled to, and nothing typed is
 * ever lost by a refusal, a lost connection or an expired session.
 */
export function ServerForm<Values extends object, Saved>(props: ServerFormProps<Values, Saved>) {
  const { initial, fields, submitLabel, onSubmit, onSaved, conflict, extraActions } = props;
  const [form] = Form.useForm<Values>();
  const message = useRef<HTMLDivElement>(null);
  const leave = useLeaveWarning();
  const save = useMutation({
    mutationFn: onSubmit,
    onSuccess: (saved) => {
      leave.disarm();
      onSaved?.(saved);
    },
  });
  const { error } = save;
  const faults = error instanceof ApiFailure ? error.fields : {};
  useEffect(() => {
    if (!(error instanceof ApiFailure)) return;
    const known = fields.map(({ name }) => ({ name, errors: faultsOf(name, error.fields) }));
    form.setFields(known as Parameters<typeof form.setFields>[0]);
    const first = known.find(({ errors }) => errors.length > 0);
    // Even one in view: the bar of actions may lie over what is said under it.
    if (first) form.scrollToField(first.name as never, { block: 'center', scrollMode: 'always', focus: true });
    else message.current?.scrollIntoView({ block: 'nearest' });
  }, [error, fields, form]);
  const homeless = Object.entries(faults).filter(([path]) => !fields.some(({ name }) => isOf(name, path)));
  const isConflict = hasCode(error, 'changed_meanwhile');
  const resubmit = (values: Values) => {
    form.setFieldsValue(values as Parameters<typeof form.setFieldsValue>[0]);
    save.mutate(values);
  };
  const typed = () => ({ ...initial, ...form.getFieldsValue(true) }) as Values;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="server-form"
      initialValues={initial}
      onValuesChange={leave.arm}
      onFinish={() => save.mutate(typed())}
      disabled={save.isPending}
    >
      {groupsOf(fields).map(({ title, fields: together }) => (
        <Group key={title ?? ''} title={title}>
          {together.map((field) => (
            <Item key={field.name} field={field} />
          ))}
        </Group>
      ))}
      <div ref={message} className="form-message">
        {isConflict && conflict && conflict(typed(), resubmit)}
        {error && !(isConflict && conflict) && <FormFailure error={error} homeless={homeless} />}
      </div>
      <div className="action-bar">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {submitLabel}
        </Button>
        {extraActions}
      </div>
    </Form>
  );
}

function Item<Values>({ field }: { field: FieldSpec<Values> }) {
  const { isAsked } = field;
  const item = (
    <Form.Item
      name={field.name as never}
      label={field.label}
      required={field.isRequired ?? false}
      extra={field.hint}
      className={field.isWide ? 'form-wide' : ''}
    >
      {control(field)}
    </Form.Item>
  );
  if (!isAsked) return item;
  return (
    <Form.Item noStyle shouldUpdate>
      {({ getFieldsValue }) => (isAsked(getFieldsValue(true) as Values) ? item : null)}
    </Form.Item>
  );
}

function Group({ title, children }: { title: string | undefined; children: ReactNode }) {
  const grid = <div className="form-grid">{children}</div>;
  if (title === undefined) return grid;
  return (
    <fieldset className="form-group">
      <legend>{title}</legend>
      {grid}
    </fieldset>
  );
}

/** Of the field itself, and of what it is made of: `eligibility.all.0.in`. */
const isOf = (name: string, path: string) => path === name || path.startsWith(`${name}.`);
const faultsOf = (name: string, faults: FieldFaults): string[] =>
  Object.entries(faults).flatMap(([path, fault]) => (isOf(name, path) && fault ? [fault] : []));

function FormFailure({ error, homeless }: { error: unknown; homeless: [string, string][] }) {
  const requestId = error instanceof ApiFailure && error.code === 'internal' ? `（编号 ${error.requestId}）` : '';
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="form-failure"
      title={`${sentenceOf(error)}${requestId}`}
      description={homeless.length > 0 && homeless.map(([path, fault]) => <div key={path}>{fault}</div>)}
    />
  );
}
