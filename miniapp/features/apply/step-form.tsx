import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import type { CertificateTypeReply } from '../../../bff/contract/certificates/endpoints.ts';
import { MAX_REMARK } from '../../../bff/contract/certificates/limits.ts';
import { goBack } from '../../platform/page/navigate.ts';
import { useWide } from '../../platform/page/screen.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { TextAreaField } from '../../ui/fields/text-field.tsx';
import { ActionBar } from '../../shell/page.tsx';
import { ApplicationSummary } from './application-summary.tsx';
import { AskedFields } from './asked-fields.tsx';
import { originOf } from '../../application/origin.ts';
import { useDraft, type FormValues } from '../../application/draft.ts';
import { homelessFaults } from '../../application/form-faults.ts';
import { EmailField } from '../../application/offers/email-field.tsx';
import { PaperFields } from '../../application/papers/paper-fields.tsx';
import { PurposeField } from '../../application/purpose-field.tsx';
import { ApiError } from '../../api/api-error.ts';
import type { useApplication } from './use-application.ts';
import { PreCheck } from '../../application/checks/pre-check.tsx';
import { OriginNotice } from './origin-notice.tsx';
import { usePreCheck } from './use-pre-check.ts';
import styles from './step-form.module.css';

/** Step 3 填写信息: only what the type asks for; the server checks everything at once when the preview is asked for. */
export function StepForm({
  account,
  type,
  application,
}: {
  account: MemberAccount;
  type: CertificateTypeReply;
  application: ReturnType<typeof useApplication>;
}) {
  const isWide = useWide();
  const { draft, setValues, goTo } = useDraft();
  const { values } = draft;
  const { trouble, touch } = application;
  const origin = originOf(account.id, draft);
  const faults = trouble.fields;
  const check = usePreCheck(type, values);
  const set =
    <K extends keyof FormValues>(name: K) =>
    (value: FormValues[K]) => {
      setValues({ [name]: value });
      touch(name);
    };

  return (
    <Form onSubmit={() => void application.showPreview()} label="填写申请信息">
      {trouble.message ? (
        <Box role="alert">
          <Notice tone="bad">
            {trouble.message}
            {homelessFaults(faults).map((message) => (
              <Box key={message}>{message}</Box>
            ))}
          </Notice>
        </Box>
      ) : null}
      <OriginNotice origin={origin} />
      <Box className={styles.columns}>
        <Box className={styles.form}>
          <Sheet title={type.label}>
            <AskedFields accountId={account.id} asks={type.asks} values={values} faults={faults} set={set} />
            <EmailField accountId={account.id} value={values.email} onChange={set('email')} error={faults.email} />
            <PurposeField value={values.purpose} onChange={set('purpose')} error={faults.purpose} />
          </Sheet>
          {check.data ? <PreCheck reply={check.data} onRemedy={application.remedy} /> : null}
          {check.error ? <RefusedCheck fault={check.error} /> : null}
          <Sheet>
            <PaperFields accountId={account.id} values={values} faults={faults} set={set} />
            <TextAreaField
              id="remark"
              label="备注说明"
              max={MAX_REMARK}
              value={values.remark}
              onChange={set('remark')}
              error={faults.remark}
              placeholder="选填"
            />
          </Sheet>
          {type.notice.length ? (
            <Sheet title="填写须知">
              <Box as="ol" className={styles.notice}>
                {type.notice.map((line, index) => (
                  <Box as="li" key={line}>
                    {index + 1}. {line}
                  </Box>
                ))}
              </Box>
            </Sheet>
          ) : null}
        </Box>
        {isWide ? (
          <ApplicationSummary
            type={type}
            reviewMode={check.data?.reviewMode ?? type.reviewMode}
            values={values}
            applicant={account.name}
          />
        ) : null}
      </Box>
      <ActionBar>
        <Button kind="secondary" onTap={() => (origin?.kind === 'completion' ? goBack() : goTo('type'))}>
          上一步
        </Button>
        <Button submit busyLabel={application.busy === 'preview' && '正在生成预览…'}>
          下一步：预览证明
        </Button>
      </ActionBar>
    </Form>
  );
}

/** What the server refuses of the form while it is being filled in; that it cannot be asked now is no matter yet. */
function RefusedCheck({ fault }: { fault: Error }) {
  if (!(fault instanceof ApiError) || fault.code !== 'invalid_fields') return null;
  return <Notice tone="bad">{Object.values(fault.fields).join('；') || fault.message}</Notice>;
}
