import { useState } from 'react';
import { SELF, type Row } from '../../../../bff/contract/form-reading/fields.ts';
import { BASIC } from '../../../../bff/contract/profile/sections/basic.ts';
import { showTop } from '../../../platform/page/show-field.ts';
import { useStepHistory } from '../../../platform/steps/use-step-history.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { StepBar } from '../../../ui/marks/step-bar.tsx';
import { Sheet } from '../../../ui/sheets/sheet.tsx';
import { RowFields } from '../fields/row-fields.tsx';
import { useShowFault } from '../fields/use-show-fault.ts';
import type { SectionFormProps } from '../section-editor.tsx';
import { StepConfirm } from './step-confirm.tsx';
import { StepPhoto } from './step-photo.tsx';
import { StepRegistry } from './step-registry.tsx';

const STEPS = BASIC.steps;
type StepKey = (typeof STEPS)[number]['key'];
const LABELS = STEPS.map(({ label }) => label);

/** Which step a fault of 基本信息 is mended in. */
const stepOf = (at: string): StepKey => {
  const field = at.split('.')[1] ?? '';
  if (at.startsWith('confirm')) return 'confirm';
  return STEPS.find(({ fields }) => (fields as readonly string[]).includes(field))?.key ?? STEPS[0].key;
};

/** 基本信息 in six steps; going on does not require a step to be complete, confirming does. */
export function BasicForm(props: SectionFormProps) {
  const { editing, context, files, onUploaded, at } = props;
  const { autosave, typed } = editing;
  const [step, setStep] = useState<StepKey>(() => stepOf(at));
  const [target, setTarget] = useState(at);
  const goTo = (next: StepKey) => {
    void autosave.settle();
    setStep(next);
    showTop();
  };
  useStepHistory(step, (next) => goTo(next as StepKey));
  useShowFault(target);
  const index = STEPS.findIndex(({ key }) => key === step);
  const row: Row = typed.rows[0] ?? { id: SELF, values: {} };
  const change = (next: Row) => autosave.type({ rows: [next], saidNone: false });
  const { label, fields } = STEPS[index] ?? STEPS[0];
  const showFault = (fault: string) => {
    setTarget(fault);
    goTo(stepOf(fault));
  };
  const fieldsOf = (only: readonly string[]) => (
    <RowFields
      section={props.section}
      row={row}
      context={context}
      only={only}
      now={editing}
      isTried={target !== '' || props.profile.isConfirmationVoid}
      onChange={change}
      files={files}
      onUploaded={onUploaded}
    />
  );
  const next = STEPS[index + 1];
  const before = STEPS[index - 1];
  const back = before ? (
    <Button kind="secondary" onTap={() => goTo(before.key)}>
      上一步
    </Button>
  ) : null;
  if (step === 'confirm') {
    return (
      <>
        <StepBar steps={LABELS} current={index} />
        <StepConfirm {...props} row={row} back={back} onFault={showFault} />
      </>
    );
  }
  return (
    <>
      <StepBar steps={LABELS} current={index} />
      <Sheet title={label}>
        {step === 'registry' ? (
          <StepRegistry given={context} row={row}>
            {fieldsOf(['verdict'])}
          </StepRegistry>
        ) : null}
        {step === 'photo' ? <StepPhoto fault={props.reply.faults[`${SELF}.photo`] ?? ''} /> : null}
        {step === 'registry' || step === 'photo' ? null : fieldsOf(fields)}
      </Sheet>
      <ActionBar>
        {back}
        {next ? <Button onTap={() => goTo(next.key)}>下一步：{next.label}</Button> : null}
      </ActionBar>
    </>
  );
}
