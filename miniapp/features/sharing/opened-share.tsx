import { useState, type ReactNode } from 'react';
import type { OpenedShareReply } from '../../../bff/contract/sharing/endpoints.ts';
import { sharingEndpoints } from '../../../bff/contract/sharing/endpoints.ts';
import { quoted } from '../../../bff/contract/text.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { saveDocument } from '../../platform/documents/documents.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Facts, Sheet } from '../../ui/sheets/sheet.tsx';
import { MiniProgramEntrance } from './mini-program-entrance.tsx';
import styles from './public-share.module.css';

type Opened = Extract<OpenedShareReply, { state: 'open' }>;

interface OpenedShareProps {
  opened: Opened;
  token: string;
  visit: string;
  /** The answer about the certificate, by the link or by a file that was checked. */
  answer: ReactNode;
  /** What checks a file. */
  fileCheck: ReactNode;
}

/** The answer for the recipient, whom the link is for, and the file where the member allows it. */
export function OpenedShare({ opened, token, visit, answer, fileCheck }: OpenedShareProps) {
  const [isBusy, setBusy] = useState(false);
  const { verification } = opened;
  const filledIn = [opened.recipient && '“提供给”', opened.purpose && '“用途”'].filter(Boolean);
  const download = () => {
    setBusy(true);
    call(sharingEndpoints.downloadShared, { body: { token, visit } })
      .then((bytes) => saveDocument(bytes, `电子证明-${verification.certificate.number}`))
      .catch((fault: unknown) => showToast(faultText(fault)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      {answer}
      <Sheet title="本链接 This link">
        <Facts
          rows={[
            ...(opened.recipient ? ([['提供给 For', opened.recipient]] as const) : []),
            ...(opened.purpose ? ([['用途 Purpose', quoted(opened.purpose)]] as const) : []),
            ['有效期至 Until', opened.expiresOn],
          ]}
        />
        {filledIn.length ? (
          <Box as="p" className={styles.filledIn}>
            {filledIn.join('和')}由分享人填写，非本会证明内容。{' '}
            <Box as="span" lang="en">
              Filled in by whoever shared the link, not certified by the Association.
            </Box>
          </Box>
        ) : null}
        {opened.mayDownload ? (
          <Box className={`${styles.download} lz-screen-only`}>
            <Button kind="secondary" onTap={download} busyLabel={isBusy && '正在下载…'}>
              下载证明文件 Download the PDF
            </Button>
          </Box>
        ) : null}
      </Sheet>
      <Box className="lz-screen-only">
        <MiniProgramEntrance to={{ page: 'share', token }} className={styles.entrance} />
        <Sheet title="核验文件本身 Verify the file">{fileCheck}</Sheet>
      </Box>
    </>
  );
}
