import { useState } from 'react';
import { PHOTO_STATES, PHOTO_WAYS } from '../../../bff/contract/photos/enums.ts';
import type { OwnPhoto } from '../../../bff/contract/photos/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Photo } from '../../ui/crop/photo.tsx';
import { Box } from '../../ui/elements.tsx';
import { Facts, Notice, Sheet, type FactRow } from '../../ui/sheets/sheet.tsx';
import { Skeleton } from '../../ui/sheets/blank.tsx';
import { shownTime } from '../../ui/times.ts';
import { usePicture, withdrawFaceConsent } from './use-photo.ts';
import styles from './photos.module.css';

type One = NonNullable<OwnPhoto['current']>;

/** The photo that matters now, and what is to be said of it. */
export function PhotoState({ photo }: { photo: OwnPhoto }) {
  const { current, draft, pending, refused } = photo;
  const shown = draft ?? pending ?? current;
  return (
    <>
      {refused && !draft ? <Notice tone="bad">上次提交的照片没有通过：{refused.opinion}</Notice> : null}
      {pending && current ? <Notice>新照片核验通过以前，继续使用原有照片。</Notice> : null}
      {draft && draft.warnings.length > 0 ? (
        <Notice tone="warn">{draft.warnings.join('；')}。可以继续，也可以换一张。</Notice>
      ) : null}
      {shown ? (
        <Sheet title="证件照片">
          <Box className={styles.shown}>
            <Picture one={shown} />
            <Box className={styles.facts}>
              <Facts rows={factsOf(shown, photo)} />
            </Box>
          </Box>
          {photo.face.agreed ? <Withdrawal agreedAt={photo.face.agreedAt} /> : null}
        </Sheet>
      ) : null}
    </>
  );
}

function Picture({ one: { id } }: { one: One }) {
  const { data, isError, error } = usePicture(id);
  if (isError) return <Notice tone="bad">{faultText(error)}</Notice>;
  return data ? <Photo src={data} label="证件照片" className={styles.photo} /> : <Skeleton lines={6} />;
}

function factsOf(one: One, { changeableOn }: OwnPhoto): FactRow[] {
  const { state, way, createdAt, activatedAt } = one;
  return [
    ['状态', PHOTO_STATES[state]],
    ...(way && state !== 'draft' ? [['核验方式', PHOTO_WAYS[way]] satisfies FactRow] : []),
    [activatedAt ? '启用时间' : '提交时间', shownTime(activatedAt ?? createdAt)],
    ...(state === 'current' && changeableOn
      ? [['更换', `${changeableOn}前再次更换，由工作人员核验`] satisfies FactRow]
      : []),
  ];
}

/** 撤回: as easy as it was to agree. */
function Withdrawal({ agreedAt }: { agreedAt: string | null }) {
  const [isBusy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await withdrawFaceConsent();
      showToast('已撤回，比对凭据已删除');
    } catch (thrown) {
      showToast(faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box className={styles.item}>
      {agreedAt ? `您于${shownTime(agreedAt)}单独同意了人脸比对。` : ''}
      <Button kind="text" onTap={() => void withdraw()} busyLabel={isBusy && '正在撤回…'}>
        撤回同意
      </Button>
    </Box>
  );
}
