import { useState } from 'react';
import type { OwnPhoto } from '../../../bff/contract/photos/endpoints.ts';
import { AttachmentsField } from '../../application/attachments-field.tsx';
import { useSending } from '../../application/use-sending.ts';
import { faultText } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { comparePhoto, referPhoto } from './use-photo.ts';
import styles from './photos.module.css';

/** 核验照片: the ways side by side, none worse than another. */
export function VerifyPhoto({
  photo: { draft, face },
  onConsent,
  onDone,
}: {
  photo: OwnPhoto;
  /** The consent is read first. */
  onConsent: () => void;
  onDone: () => void;
}) {
  const [fault, setFault] = useState('');
  const [isComparing, setComparing] = useState(false);
  const { files, fault: sendFault, isBusy, send } = useSending(['attachments']);
  if (!draft) return null;
  const compare = async () => {
    if (face.agreed === null) return onConsent();
    setComparing(true);
    setFault('');
    try {
      await comparePhoto(draft.id);
      onDone();
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setComparing(false);
    }
  };
  const refer = () =>
    send(async ({ attachments }) => {
      await referPhoto(draft.id, attachments);
      onDone();
    });
  return (
    <>
      {face.last && face.last.result !== 'pass' ? (
        <Notice tone="warn">
          {face.last.words}。
          {face.last.result === 'unavailable' ? '可以稍后再试，或选择人工核验。' : '可以换一张照片，或选择人工核验。'}
        </Notice>
      ) : null}
      <Sheet title="核验照片">
        <Box className={styles.way}>
          <Box className={styles.name}>人脸比对</Box>
          {face.isOffered ? (
            <>
              <Box className={styles.why}>
                由{face.provider}与公安登记的照片比对，约需几秒钟。今天还可以比对{face.leftToday}次。
              </Box>
              <Button
                kind="secondary"
                disabled={face.leftToday === 0}
                onTap={() => void compare()}
                busyLabel={isComparing && '正在比对…'}
              >
                用人脸比对核验
              </Button>
            </>
          ) : (
            <Box className={styles.why}>{face.why}</Box>
          )}
        </Box>
        <Box className={styles.way}>
          <Box className={styles.name}>人工核验</Box>
          <Box className={styles.why}>
            由工作人员对照执业证照片页核对，结果在“消息”中告知。也可以带执业证到协会窗口核对。
          </Box>
          <AttachmentsField {...files} label="执业证照片页" proves="上传后核验更快，可以不传" required={false} />
          <Button kind="secondary" onTap={() => void refer()} busyLabel={isBusy && '正在提交…'}>
            提交人工核验
          </Button>
        </Box>
      </Sheet>
      {fault || sendFault ? (
        <Notice tone="bad">
          <Box live="assertive">{fault || sendFault}</Box>
        </Notice>
      ) : null}
    </>
  );
}
