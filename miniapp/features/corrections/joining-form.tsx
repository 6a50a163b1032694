import { fieldChange } from '../../../bff/contract/field-changes/enums.ts';
import { MAX_CORRECTION_REASON } from '../../../bff/contract/corrections/limits.ts';
import { pageUrl } from '../../addresses.ts';
import { TicketFilesField, useTicketFiles } from '../../application/attaching/ticket-files-field.tsx';
import { Restored } from '../../application/drafts/restored.tsx';
import { useKept } from '../../application/drafts/use-kept.ts';
import { useSending } from '../../application/use-sending.ts';
import { replaceWith } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { openJoining } from './use-corrections.ts';

const { proof: PROOF } = fieldChange('lawyer', 'transfer');

/** 转入: a firm names a lawyer who is not yet its own, and proves it by the new licence. */
export function JoiningForm({ accountId }: { accountId: number }) {
  const kept = useKept({ accountId, name: 'joining' }, { name: '', licenceNo: '', on: '', reason: '' });
  const { typed } = kept;
  const ticked = useTicketFiles();
  const { faults, fault, isBusy, mended, files, send } = useSending([
    'name',
    'licenceNo',
    'on',
    'reason',
    'attachments',
  ]);
  const type = (key: keyof typeof typed) => ({
    id: key,
    required: true,
    value: typed[key],
    onChange: (value: string) => {
      kept.change({ [key]: value });
      mended(key);
    },
    ...(faults[key] ? { error: faults[key] } : {}),
  });
  const submit = () =>
    send(async (sent) => {
      const { id } = await openJoining({ ...typed, ...sent, ...ticked.among(sent.attachments) });
      kept.forget();
      showToast('工单已提交');
      replaceWith(pageUrl('ticket', { id }));
    });
  const { id, required, value, onChange, error } = type('on');
  return (
    <>
      {kept.isRestored ? <Restored hasFiles="files" onStartAnew={kept.startAnew} /> : null}
      <Sheet title="律师转入本所">
        <TextField label="律师姓名" {...type('name')} />
        <TextField label="执业证号" {...type('licenceNo')} />
        <Field id={id} label="变更日期" hint="以新执业证上的日期为准" required={required} {...(error ? { error } : {})}>
          {(binding) => <DateInput {...binding} value={value} onChange={onChange} />}
        </Field>
        <TextAreaField
          label="说明"
          max={MAX_CORRECTION_REASON}
          placeholder="例如：已领取新的执业证，申请登记为本所律师"
          {...type('reason')}
        />
        <TicketFilesField files={files} ticked={ticked} proof={PROOF} />
      </Sheet>
      <Notice>
        协会向律师本人核实后登记，结果在“消息”中告知本所。核实以前，本所看不到该律师的登记信息。律师本人也可以申请转所。
      </Notice>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <ActionBar>
        <Button onTap={() => void submit()} busyLabel={isBusy && '正在提交…'}>
          提交转入申请
        </Button>
      </ActionBar>
    </>
  );
}
