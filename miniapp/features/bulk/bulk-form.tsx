import { useState, type ReactNode } from 'react';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { isForBulk } from '../../../bff/contract/bulk/enums.ts';
import { bulkEndpoints } from '../../../bff/contract/bulk/endpoints.ts';
import type { SubmitApplication } from '../../../bff/contract/certificates/schemas.ts';
import { APPLICATION_FIELDS } from '../../../bff/contract/certificate-types/enums.ts';
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
import { Box, DateInput, Form, SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { today } from '../../ui/times.ts';
import { contentOf, newDraft } from '../../application/draft.ts';
import { sendOnce } from '../../application/send-once.ts';
import { firstField, homelessFaults, messagesByField } from '../../application/form-faults.ts';
import { LawyersField } from '../../application/lawyers-field.tsx';
import { PurposeField } from '../../application/purpose-field.tsx';
import { canAskFor, useTypes } from '../../application/use-types.ts';
import { ActionBar } from '../../shell/page.tsx';
import { BulkPaper } from './bulk-paper.tsx';

/**
 * Type, lawyers and the fields they share; every lawyer gets a certificate of his or her own. `children` stand above the
 * bar, which ends the page.
 */
export function BulkForm({ account, children }: { account: MemberAccount; children: ReactNode }) {
  const types = useTypes();
  // A draft of its own, with its key: a repeated submit is the same order.
  const [draft, setDraft] = useState(newDraft);
  const [faults, setFaults] = useState<FieldFaults>({});
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);

  if (types.isError) {
    return (
      <>
        <Failure fault={types.error} onRetry={() => void types.refetch()} />
        {children}
      </>
    );
  }
  if (!types.data) {
    return (
      <Sheet>
        <Skeleton lines={6} />
      </Sheet>
    );
  }
  const choices = types.data.filter((one) => isForBulk(one.asks) && canAskFor(one));
  const type = choices.find(({ code }) => code === draft.type) ?? choices[0];
  if (!type) {
    return (
      <>
        <Notice>目前没有可以按律师批量申请的证明类型。</Notice>
        {children}
      </>
    );
  }
  const { values } = draft;
  const set = (changes: Partial<typeof values>) => setDraft({ ...draft, values: { ...values, ...changes } });

  const submit = async () => {
    if (isBusy) return;
    setBusy(true);
    setFaults({});
    setMessage('');
    try {
      const content = contentOf(type.code, type.asks, values);
      const body: SubmitApplication = { ...content, idempotencyKey: draft.idempotencyKey };
      const order = await sendOnce(() => call(bulkEndpoints.submitBulk, { body }));
      setDraft(newDraft());
      void queryClient.invalidateQueries({ queryKey: ['bulk'] });
      goTo(pageUrl('bulk', { id: order.id }));
    } catch (fault) {
      const fields = fault instanceof ApiError ? messagesByField(fault.fields) : {};
      setFaults(fields);
      setMessage(faultText(fault));
      if (Object.keys(fields).length > 0) showField(firstField(fields));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form onSubmit={() => void submit()} label="批量申请">
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
      <Sheet title="为多名律师各申请一份证明">
        <Notice>每名律师单独出具一份，一次最多 {MAX_LAWYERS} 名。提交后可随时回到本页查看进度、打包下载。</Notice>
        <Field id="type" label="证明类型" required error={faults.type}>
          {(binding) => (
            <SelectInput
              {...binding}
              value={type.code}
              options={choices.map(({ code, label }) => ({ value: code, label }))}
              onChange={(code) => setDraft({ ...draft, type: code })}
            />
          )}
        </Field>
        <LawyersField
          accountId={account.id}
          value={values.lawyers}
          onChange={(lawyers) => set({ lawyers })}
          error={faults.lawyers}
        />
        {type.asks.includes('since') ? (
          <Field id="since" label={APPLICATION_FIELDS.since} required error={faults.since}>
            {(binding) => (
              <DateInput {...binding} value={values.since} max={today()} onChange={(since) => set({ since })} />
            )}
          </Field>
        ) : null}
        <TextField
          id="email"
          label="联系邮箱"
          required
          kind="email"
          autoComplete="email"
          value={values.email}
          onChange={(email) => set({ email })}
          error={faults.email}
        />
        <PurposeField value={values.purpose} onChange={(purpose) => set({ purpose })} error={faults.purpose} />
      </Sheet>
      <BulkPaper values={values} faults={faults} set={(name) => (value) => set({ [name]: value })} />
      {children}
      <ActionBar>
        <Button submit busyLabel={isBusy && '正在提交…'}>
          {values.lawyers.length > 0 ? `提交申请（${values.lawyers.length} 份）` : '提交申请'}
        </Button>
      </ActionBar>
    </Form>
  );
}
