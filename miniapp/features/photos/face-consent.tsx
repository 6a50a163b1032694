import { useState } from 'react';
import type { OwnPhoto } from '../../../bff/contract/photos/endpoints.ts';
import { FACE_CONSENT_EDITION } from '../../../bff/contract/photos/enums.ts';
import { faultText } from '../../api/api-error.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Box, Tap } from '../../ui/elements.tsx';
import { Icon } from '../../ui/marks/icon.tsx';
import { shownDay } from '../../ui/shown-day.ts';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { agreeToFaceCheck, comparePhoto } from './use-photo.ts';
import styles from './photos.module.css';

/**
 * 人脸比对告知书, as 《个人信息保护法》第二十三、二十九、三十条 want it: who receives what, why, how long, what else there is, and how
 * to take it back. A change of substance gets a new FACE_CONSENT_EDITION (bff/contract/photos/enums.ts).
 */
export function FaceConsent({
  photo: { draft, face, evidenceDays },
  onDone,
  onOther,
}: {
  photo: OwnPhoto;
  onDone: () => void;
  /** 选择其他方式. */
  onOther: () => void;
}) {
  const [isTicked, setTicked] = useState(false);
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const agree = async () => {
    if (!draft) return;
    if (!isTicked) return setFault('请先阅读并勾选“我已阅读并单独同意”，或选择其他方式');
    setBusy(true);
    setFault('');
    try {
      await agreeToFaceCheck();
      await comparePhoto(draft.id);
      onDone();
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Sheet title="人脸比对告知书">
        <Box className={styles.hint}>{shownDay(FACE_CONSENT_EDITION)}版</Box>
        <Item lead="发送什么、发给谁。">
          您的姓名、身份证件号码和刚才裁剪的照片，发送给{face.provider || '比对服务提供者'}，由其与公安登记的照片比对。
        </Item>
        <Item lead="为什么。">确认照片是您本人的。比对一致后照片即可使用，不用等待人工核验；比对结果不用于登录。</Item>
        <Item lead="保存多久。">
          协会只保存照片的校验值、比对服务的流水号和本次同意，{evidenceDays}
          天后删除；不保存相似度和人脸特征。“已核验”这一结果在您会员期间保留。
        </Item>
        <Item lead="不同意会怎样。">不受任何影响：可以选择人工核验，由工作人员对照执业证照片页或请您到场核对。</Item>
        <Item lead="怎样撤回。">随时可在“证件照片”页面撤回。撤回后不再比对，上述凭据即时删除，已核验的结果不变。</Item>
        <Tap
          role="checkbox"
          checked={isTicked}
          className={styles.tick}
          onTap={() => {
            setFault('');
            setTicked(!isTicked);
          }}
        >
          <Box as="span" decorative className={classes(styles.box, isTicked && styles.ticked)}>
            {isTicked ? <Icon name="check" /> : null}
          </Box>
          <Box as="span">我已阅读并单独同意将姓名、证件号码和照片用于人脸比对</Box>
        </Tap>
      </Sheet>
      {fault ? (
        <Notice tone="bad">
          <Box live="assertive">{fault}</Box>
        </Notice>
      ) : null}
      <ActionBar>
        <Button kind="secondary" onTap={onOther}>
          选择其他方式
        </Button>
        <Button onTap={() => void agree()} busyLabel={isBusy && '正在比对…'}>
          同意并比对
        </Button>
      </ActionBar>
    </>
  );
}

function Item({ lead, children }: { lead: string; children: React.ReactNode }) {
  return (
    <Box as="p" className={styles.item}>
      <Box as="strong">{lead}</Box>
      {children}
    </Box>
  );
}
