import { useEffect } from 'react';
import { REVIEW_MODES } from '../../../bff/contract/review/enums.ts';
import type { CertificateTypeReply } from '../../../bff/contract/certificates/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { goTo as open } from '../../platform/page/navigate.ts';
import { askToTell } from '../../platform/wechat/subscribe.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { PdfViewer } from '../../ui/pdf/pdf-viewer.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { PhoneNumber } from '../../office/office-phone.tsx';
import { useOffice } from '../../office/use-office.ts';
import { ActionBar } from '../../shell/page.tsx';
import { useApplicationsName } from '../../shell/menu.ts';
import { useDraft } from '../../application/draft.ts';
import type { useApplication } from './use-application.ts';
import { PreCheck } from '../../application/checks/pre-check.tsx';
import styles from './step-preview.module.css';

/** Step 4 证明预览: the letter as it would be issued, how it is reviewed, whom to ask, and the submit. */
export function StepPreview({
  type,
  application,
}: {
  type: CertificateTypeReply;
  application: ReturnType<typeof useApplication>;
}) {
  const { goTo, renewKey } = useDraft();
  const office = useOffice();
  const listName = useApplicationsName();
  const { preview, trouble, busy, showPreview, submit } = application;
  // Coming back to a draft that had reached this step.
  useEffect(() => {
    if (!preview && !busy && !trouble.message) void showPreview();
  }, [preview, busy, trouble.message, showPreview]);

  const send = () => {
    askToTell(office.data?.subscribeTemplates ?? []);
    void submit();
  };

  return (
    <>
      {trouble.message && preview ? (
        <Box role="alert">
          <Notice tone="bad">
            {trouble.isAlreadySubmitted ? (
              <>
                <Box>本次填写的申请此前已经提交成功，请勿重复提交。</Box>
                <Button kind="text" onTap={() => open(pageUrl('applications'))}>
                  查看{listName}
                </Button>
                <Button
                  kind="text"
                  onTap={() => {
                    renewKey();
                    void showPreview();
                  }}
                >
                  作为另一份申请继续
                </Button>
              </>
            ) : (
              trouble.message
            )}
          </Notice>
        </Box>
      ) : null}
      {preview ? <PreCheck reply={preview.check} onRemedy={application.remedy} /> : null}
      {preview ? (
        <PdfViewer bytes={preview.bytes} drawPage={preview.drawPage} title={`${type.label}预览`} />
      ) : trouble.message ? (
        <Sheet>
          <Failure fault={trouble.fault} safe="您填写的内容已保存在本设备。" onRetry={() => void showPreview()} />
        </Sheet>
      ) : (
        <Sheet>
          <Skeleton lines={10} />
        </Sheet>
      )}
      <Sheet className={styles.about}>
        <Box as="p">
          当前申请的电子证明审核方式为：
          <Box as="strong">{REVIEW_MODES[preview?.check.reviewMode ?? type.reviewMode]}</Box>
        </Box>
        {office.data ? (
          <Box className={styles.phones}>
            <Box as="p">
              基础数据咨询：
              <PhoneNumber number={office.data.registryPhone} />
            </Box>
            <Box as="p">
              处分记录咨询：
              <PhoneNumber number={office.data.disciplinePhone} />
            </Box>
          </Box>
        ) : null}
      </Sheet>
      <ActionBar>
        <Button kind="secondary" onTap={() => goTo('form')}>
          返回修改
        </Button>
        <Button disabled={!preview} onTap={send} busyLabel={busy === 'submit' && '正在提交…'}>
          确认信息无误，提交申请
        </Button>
      </ActionBar>
    </>
  );
}
