import { useQuery } from '@tanstack/react-query';
import { PROFILE_STATES } from '../../../../bff/contract/profile/enums.ts';
import { photoEndpoints } from '../../../../bff/contract/photos/endpoints.ts';
import { pageUrl } from '../../../addresses.ts';
import { call } from '../../../api/client.ts';
import { Link } from '../../../ui/elements.tsx';
import { Failure, Skeleton } from '../../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { OwnPicture } from '../basic/own-picture.tsx';
import { useOwnProfile } from '../use-profile.ts';
import { SectionView } from './section-view.tsx';
import styles from '../profile.module.css';

/** 个人档案: everything on one page, to be read. */
export function OwnFile() {
  const query = useOwnProfile();
  const { data: profile } = query;
  if (query.isError && !profile) return <Failure fault={query.error} onRetry={() => void query.refetch()} />;
  if (!profile) {
    return (
      <Sheet>
        <Skeleton lines={10} />
      </Sheet>
    );
  }
  return (
    <>
      {profile.state === 'approved' ? (
        <Notice tone="good">以下内容已由协会审核通过。</Notice>
      ) : (
        <Notice>
          以下内容尚未通过审核（{PROFILE_STATES[profile.state]}）。
          <Link href={pageUrl('profile')} className={styles.inline}>
            信息补全
          </Link>
        </Notice>
      )}
      <PhotoSheet />
      {profile.sections.map((reply) => (
        <SectionView key={reply.key} profile={profile} reply={reply} />
      ))}
    </>
  );
}

function PhotoSheet() {
  const { data } = useQuery({ queryKey: ['photo'], queryFn: () => call(photoEndpoints.showOwnPhoto, {}) });
  const shown = data?.current ?? data?.pending ?? data?.draft;
  return (
    <Sheet
      title="证件照片"
      beside={
        <Link href={pageUrl('photo')} className={styles.link}>
          {shown ? '更改照片' : '上传照片'}
        </Link>
      }
    >
      {data && !shown ? '还没有照片。' : null}
      {shown ? <OwnPicture id={shown.id} /> : null}
    </Sheet>
  );
}
