import { useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { PHOTO_STATES } from '../../../../bff/contract/photos/enums.ts';
import { photoEndpoints } from '../../../../bff/contract/photos/endpoints.ts';
import { pageUrl } from '../../../addresses.ts';
import { call } from '../../../api/client.ts';
import { Box } from '../../../ui/elements.tsx';
import { Row } from '../../../ui/lists/row.tsx';
import { Failure, Skeleton } from '../../../ui/sheets/blank.tsx';
import { Notice } from '../../../ui/sheets/sheet.tsx';
import { OwnPicture } from './own-picture.tsx';
import styles from '../profile.module.css';

/** Step 2: the photo, which is chosen, cropped and verified on a page of its own. */
export function StepPhoto({ fault }: { fault: string }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['photo'],
    queryFn: () => call(photoEndpoints.showOwnPhoto, {}),
  });
  useDidShow(() => void refetch());
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const shown = data.draft ?? data.pending ?? data.current;
  return (
    <>
      {fault && !data.pending && !data.current ? <Notice tone="bad">{fault}</Notice> : null}
      {shown ? <OwnPicture id={shown.id} /> : <Box className={styles.lead}>还没有照片。</Box>}
      <Row
        href={pageUrl('photo')}
        title={shown ? '更换或核验照片' : '上传照片'}
        detail={shown ? PHOTO_STATES[shown.state] : '近期免冠正面照，上传后裁剪并核验'}
      />
    </>
  );
}
