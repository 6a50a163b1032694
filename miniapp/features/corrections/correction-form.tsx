import type { CorrectionFieldKey } from '../../../bff/contract/corrections/enums.ts';
import type { CorrectableReply } from '../../../bff/contract/corrections/endpoints.ts';
import { fieldChange } from '../../../bff/contract/field-changes/enums.ts';
import { MAX_CORRECTION_REASON } from '../../../bff/contract/corrections/limits.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { ticketCategory } from '../../../bff/contract/tickets/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { TicketFilesField, useTicketFiles } from '../../application/attaching/ticket-files-field.tsx';
import { Restored } from '../../application/drafts/restored.tsx';
import { useKept } from '../../application/drafts/use-kept.ts';
import { useSending } from '../../application/use-sending.ts';
import { replaceWith } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box, Link, SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextAreaField } from '../../ui/fields/text-field.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { openFieldChange } from './use-corrections.ts';
import { WantedField } from './wanted-field.tsx';
import styles from './corrections.module.css';

/** What is told in words needs to be told which; a number of a document is shown, never written down. */
const HINTS: Partial<Record<CorrectionFieldKey, string>> = {
  identity: '请不要填写证件号码：写明哪里不对，上传证件照片，或到协会窗口出示证件',
  firm: '写明正确的执业机构和起止日期；刚转所的，请选“执业机构变更（转所）”',
  status: '写明正确的状态和起始日期',
  periods: '写明哪一段经历，以及正确的机构和起止日期',
  assessments: '写明哪一年度，以及正确的内容',
  dues: '写明哪一年度，以及正确的内容',
  hours: '写明哪一次活动，以及正确的内容',
  discipline: '写明哪一份文号，以及正确的内容',
};

/** 信息有误: the entry with its present value, what it should be, why, and what proves it. */
export function CorrectionForm({
  accountId,
  correctable,
  initial,
  lawyerId,
}: {
  accountId: number;
  correctable: CorrectableReply;
  initial: string | undefined;
  lawyerId: number | undefined;
}) {
  const { subject, fields } = correctable;
  const asked = fields.some(({ field }) => field === initial) ? (initial ?? '') : '';
  // What was begun about another entry than the one that is asked for now stays for later.
  const kept = useKept(
    { accountId, name: `correction-${lawyerId ?? 'own'}` },
    { chosen: asked, wanted: '', reason: '' },
    (begun) => fields.some(({ field }) => field === begun.chosen) && (asked === '' || begun.chosen === asked),
  );
  const { chosen, wanted, reason } = kept.typed;
  const { faults, fault, isBusy, clear, mended, files, send } = useSending(['wanted', 'reason', 'attachments']);
  const entry = fields.find(({ field }) => field === chosen);
  const ticked = useTicketFiles();
  const change = entry ? fieldChange(subject.kind, entry.field) : null;
  const choose = (field: string) => {
    kept.change({ chosen: field, wanted: '' });
    clear();
  };
  const submit = async () => {
    if (!entry) return;
    await send(async (sent) => {
      const whose = lawyerId === undefined ? {} : { lawyerId };
      const { id } = await openFieldChange({
        ...whose,
        field: entry.field,
        wanted,
        reason,
        ...sent,
        ...ticked.among(sent.attachments),
      });
      kept.forget();
      showToast('工单已提交');
      replaceWith(pageUrl('ticket', { id }));
    });
  };
  return (
    <>
      {kept.isRestored ? <Restored hasFiles="files" onStartAnew={kept.startAnew} /> : null}
      <Sheet
        title={subject.name}
        beside={
          <Box as="span" className={styles.number}>
            {groupDigits(subject.licenceNo)}
          </Box>
        }
      >
        <Field id="field" label="有误项目" required {...(faults.field ? { error: faults.field } : {})}>
          {(binding) => (
            <SelectInput
              {...binding}
              value={chosen}
              onChange={choose}
              options={[{ value: '', label: '请选择' }, ...fields.map(({ field, label }) => ({ value: field, label }))]}
            />
          )}
        </Field>
        {entry?.present ? (
          <Field id="present" label="现登记为" group>
            {() => <Box className={styles.present}>{entry.present}</Box>}
          </Field>
        ) : null}
        {entry?.openTicketId ? (
          <Notice tone="warn">
            您对此项的更正正在处理，可以
            <Link href={pageUrl('ticket', { id: entry.openTicketId })}>在该工单中补充</Link>
            ，或取消后重新提交。
          </Notice>
        ) : null}
        {entry && change && !entry.openTicketId ? (
          <>
            <WantedField
              key={entry.field}
              input={entry.input}
              value={wanted}
              onChange={(next) => {
                kept.change({ wanted: next });
                mended('wanted');
              }}
              {...(HINTS[entry.field] ? { hint: HINTS[entry.field] } : {})}
              {...(faults.wanted ? { error: faults.wanted } : {})}
            />
            <TextAreaField
              id="reason"
              label="理由"
              required
              value={reason}
              onChange={(next) => {
                kept.change({ reason: next });
                mended('reason');
              }}
              max={MAX_CORRECTION_REASON}
              placeholder="为什么有误，有什么依据"
              {...(faults.reason ? { error: faults.reason } : {})}
            />
            <TicketFilesField
              files={files}
              ticked={ticked}
              proof={change.proof}
              label="证明材料"
              mayProve="执业证、决定书、证件等照片或扫描件"
              areAllIdentity={Boolean(ticketCategory(change.category).showsIdentity)}
            />
          </>
        ) : null}
      </Sheet>
      <Notice>
        {lawyerId === undefined
          ? '协会核实后更正，并在“消息”中告知结果。证明上印有此项的，处理完毕之前提交的证明申请由人工审核。'
          : '所反映的情况由协会向律师核实，不影响该律师申请证明。结果在“消息”中告知本所。'}
      </Notice>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <ActionBar>
        <Button
          disabled={!entry || entry.openTicketId !== null}
          onTap={() => void submit()}
          busyLabel={isBusy && '正在提交…'}
        >
          提交更正申请
        </Button>
      </ActionBar>
    </>
  );
}
