import { useEffect, useState, type ReactNode } from 'react';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { isForBulk } from '../../../bff/contract/bulk/enums.ts';
import { bulkEndpoints } from '../../../bff/contract/bulk/endpoints.ts';
import type { SubmitApplication } from '../../../bff/contract/certificates/schemas.ts';
import type { Remedy } from '../../../bff/contract/pre-check/endpoints.ts';
import type { FieldFaults } from '../../../bff/contract/errors.ts';
import { MAX_LAWYERS } from '../../../bff/contract/certificates/limits.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { pageUrl } from '../../addresses.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { showField } from '../../platform/page/show-field.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box, Form, SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { contentOf, useBulkDraft } from '../../application/draft.ts';
import { DraftLine } from '../../application/drafts/draft-line.tsx';
import { sendOnce } from '../../application/send-once.ts';
import { firstField, homelessFaults, messagesByField } from '../../application/form-faults.ts';
import { LawyersField } from '../../application/lawyers-field.tsx';
import { EmailField } from '../../application/offers/email-field.tsx';
import { SinceField } from '../../application/since-field.tsx';
import { PurposeField } from '../../application/purpose-field.tsx';
import { canAskFor, useTypes } from '../../application/use-types.ts';
import { ActionBar } from '../../shell/page.tsx';
import { BulkCheck, useBulkCheck } from './bulk-check.tsx';
import { BulkPaper } from './bulk-paper.tsx';
import { BulkSummary } from './bulk-summary.tsx';
import styles from './bulk-form.module.css';

/**
 * Type, lawyers and the fields they share; every lawyer gets a certificate of his or her own. `children` stand above the
 * bar, which ends the page.
 */
export function BulkForm({ account, children }: { account: MemberAccount; children: ReactNode }) {
  const types = useTypes();
  // With its key: a repeated submit is the same order.
  const { accountId, draft, open, chooseType, setValues, renewKey, discard } = useBulkDraft();
  useEffect(() => open(account.id), [account.id, open]);
  const [faults, setFaults] = useState<FieldFaults>({});
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);

  const choices = (types.data ?? []).filter((one) => isForBulk(one.asks) && canAskFor(one));
  const type = choices.find(({ code }) => code === draft.type) ?? choices[0];
  const check = useBulkCheck(type, draft.values);

  if (types.isError) {
    return (
      <>
        <Failure fault={types.error} onRetry={() => void types.refetch()} />
        {children}
      </>
    );
  }
  if (!types.data || accountId !== account.id) {
    return (
      <Sheet>
        <Skeleton lines={6} />
      </Sheet>
    );
  }
  if (!type) {
    return (
      <>
        <Notice>目前没有可以按律师批量申请的证明类型。</Notice>
        {children}
      </>
    );
  }
  const { values } = draft;
  // Several fields may be changed by one tap.
  const patch = (changes: Partial<typeof values>) => {
    // The first type on offer is shown from the start, though nobody has chosen it: the draft keeps which one it was.
    if (draft.type !== type.code) chooseType(type.code);
    setValues(changes);
  };
  const remedy = (chosen: Remedy) => {
    if (chosen.kind === 'own-start') patch({ sinceFirstPractice: true });
    if (chosen.kind === 'since') patch({ since: chosen.since });
    if (chosen.kind === 'drop-lawyers') patch({ lawyers: chosen.keep });
    if (chosen.kind === 'field') showField(chosen.field);
    if (chosen.kind === 'record') goTo(pageUrl('correctionForm'));
  };

  const submit = async () => {
    if (isBusy) return;
    setBusy(true);
    setFaults({});
    setMessage('');
    try {
      const content = contentOf(type.code, type.asks, values);
      const body: SubmitApplication = { ...content, idempotencyKey: draft.idempotencyKey };
      const order = await sendOnce(() => call(bulkEndpoints.submitBulk, { body }));
      discard();
      void queryClient.invalidateQueries({ queryKey: ['bulk'] });
      goTo(pageUrl('bulk', { id: order.id }));
    } catch (fault) {
      const fields = fault instanceof ApiError ? messagesByField(fault.fields) : {};
      setFaults(fields);
      setMessage(faultText(fault));
      if (fault instanceof ApiError && fault.code === 'idempotency_conflict') {
        renewKey();
        void queryClient.invalidateQueries({ queryKey: ['bulk'] });
        setMessage('上一次的内容其实已经提交，见“批量申请记录”。确需按现在的内容再申请一次的，请再次提交。');
      }
      if (Object.keys(fields).length > 0) showField(firstField(fields));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form onSubmit={() => void submit()} label="批量申请">
      <DraftLine useStore={useBulkDraft} />
      {message ? (
        <Box role="alert">
          <Notice tone="bad">
            {message}
            {homelessFaults(faults).map((fault) => (
              <Box key={fault}>{fault}</Box>
            ))}
          </Notice>
        </Box>
      ) : null}
      <Box className={styles.columns}>
        <Box>
          <Sheet title="为多名律师各申请一份证明">
            <Notice>每名律师单独出具一份，一次最多 {MAX_LAWYERS} 名。提交后可随时回到本页查看进度、打包下载。</Notice>
            <Field id="type" label="证明类型" required error={faults.type}>
              {(binding) => (
                <SelectInput
                  {...binding}
                  value={type.code}
                  options={choices.map(({ code, label }) => ({ value: code, label }))}
                  onChange={chooseType}
                />
              )}
            </Field>
            <LawyersField
              accountId={account.id}
              value={values.lawyers}
              onChange={(lawyers) => patch({ lawyers })}
              error={faults.lawyers}
            />
            {type.asks.includes('since') ? (
              <SinceField accountId={account.id} value={values} onChange={patch} error={faults.since} />
            ) : null}
            <EmailField
              accountId={account.id}
              value={values.email}
              onChange={(email) => patch({ email })}
              error={faults.email}
            />
            <PurposeField value={values.purpose} onChange={(purpose) => patch({ purpose })} error={faults.purpose} />
          </Sheet>
          <BulkPaper
            accountId={account.id}
            values={values}
            faults={faults}
            set={(name) => (value) => patch({ [name]: value })}
          />
          <BulkCheck check={check} onRemedy={remedy} />
        </Box>
        <Box>
          <BulkSummary type={type} values={values} check={check.data} />
          {children}
        </Box>
      </Box>
      <ActionBar>
        <Button submit busyLabel={isBusy && '正在提交…'}>
          {values.lawyers.length > 0 ? `提交申请（${values.lawyers.length} 份）` : '提交申请'}
        </Button>
      </ActionBar>
    </Form>
  );
}
