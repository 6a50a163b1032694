import { useState } from 'react';
import { photoEndpoints, type OwnPhoto } from '../../../bff/contract/photos/endpoints.ts';
import { MAX_PHOTO_BYTES } from '../../../bff/contract/photos/limits.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { sendFile } from '../../api/upload.ts';
import { AskDesk } from '../../application/ask-desk.tsx';
import { choosePhoto } from '../../platform/files/choose-photo.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { CropPhoto, type Chosen } from './crop-photo.tsx';
import { FaceConsent } from './face-consent.tsx';
import { PhotoState } from './photo-state.tsx';
import { PhotoRules } from './rules.tsx';
import { useOwnPhoto } from './use-photo.ts';
import { VerifyPhoto } from './verify-photo.tsx';

/** 证件照片: chosen, cropped, verified; what is there already is shown first. */
export function PhotoWalk() {
  const query = useOwnPhoto();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isConsenting, setConsenting] = useState(false);
  const choosing = useChoosing(setChosen);
  const photo = query.data;
  if (query.isError && !photo) return <Failure fault={query.error} onRetry={() => void query.refetch()} />;
  if (!photo) {
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  }
  if (chosen)
    return <CropPhoto chosen={chosen} onDone={() => setChosen(null)} onOther={() => void choosing.choose()} />;
  if (isConsenting && photo.draft) {
    const back = () => setConsenting(false);
    return <FaceConsent photo={photo} onDone={back} onOther={back} />;
  }
  return (
    <>
      <PhotoState photo={photo} />
      <VerifyPhoto photo={photo} onConsent={() => setConsenting(true)} onDone={() => undefined} />
      {photo.draft ? null : (
        <Sheet title="照片要求">
          <PhotoRules />
        </Sheet>
      )}
      {choosing.fault ? (
        <Notice tone="bad">
          <Box live="assertive">{choosing.fault}</Box>
        </Notice>
      ) : null}
      <AskDesk words="照片、人脸核验遇到问题的" {...askedOf(photo, choosing.fault)} />
      <ActionBar>
        <Button
          kind={photo.draft ? 'secondary' : 'primary'}
          onTap={() => void choosing.choose()}
          busyLabel={choosing.busyLabel}
        >
          {wordsOf(photo)}
        </Button>
      </ActionBar>
    </>
  );
}

/** The step and what it said, and the photo that it is about. */
function askedOf({ draft, pending, refused, current, face }: OwnPhoto, fault: string) {
  const about = draft ?? pending ?? refused ?? current;
  const said =
    fault !== ''
      ? `上传照片：${fault}`
      : draft && face.last && face.last.result !== 'pass'
        ? `人脸比对：${face.last.words}`
        : refused && !draft
          ? `人工核验：${refused.opinion}`
          : '';
  return {
    category: 'face',
    ...(said === '' ? {} : { title: said }),
    ...(about ? { tied: { kind: 'photo', key: about.id } as const } : {}),
  } as const;
}

const wordsOf = ({ draft, pending, current }: OwnPhoto): string =>
  draft ? '换一张照片' : current || pending ? '更换照片' : '选择照片';

/** Chooses a photo and sends it as it is; it is cropped as the server knows its size. */
function useChoosing(onChosen: (chosen: Chosen) => void) {
  const [fault, setFault] = useState('');
  const [share, setShare] = useState<number | null>(null);
  return {
    fault,
    busyLabel: share === null ? (false as const) : `正在上传 ${Math.round(share * 100)}%`,
    async choose(): Promise<void> {
      const file = await choosePhoto();
      if (!file) return;
      setFault('');
      if (file.size > MAX_PHOTO_BYTES) return setFault('照片不能超过15 MB，请换一张或把尺寸改小');
      setShare(0);
      try {
        const sent = await sendFile(photoEndpoints.uploadPhoto, file, setShare);
        onChosen({ ...sent, preview: file.preview });
      } catch (thrown) {
        setFault((thrown instanceof ApiError && thrown.fields['file']) || faultText(thrown));
      } finally {
        setShare(null);
      }
    },
  };
}
