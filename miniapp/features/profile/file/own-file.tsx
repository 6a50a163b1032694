import { useDidShow } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { OwnArchive } from '../../../../bff/contract/profile-changes/endpoints.ts';
import { PROFILE_STATES } from '../../../../bff/contract/profile/enums.ts';
import { photoEndpoints } from '../../../../bff/contract/photos/endpoints.ts';
import { pageUrl } from '../../../addresses.ts';
import { call } from '../../../api/client.ts';
import { usePullDown } from '../../../platform/page/use-pull-down.ts';
import { Box, Link } from '../../../ui/elements.tsx';
import { Failure, Skeleton } from '../../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { OwnPicture } from '../basic/own-picture.tsx';
import { ChangeHistory } from '../changes/change-history.tsx';
import { ChangeLink, SectionChanges } from '../changes/section-changes.tsx';
import { useArchive } from '../changes/use-archive.ts';
import { useOwnProfile } from '../use-profile.ts';
import { SectionView } from './section-view.tsx';
import styles from '../profile.module.css';

/** 个人档案: everything on one page: what is in force, with what waits to be changed; before the first approval, the draft. */
export function OwnFile() {
  const query = useArchive();
  const { data: archive } = query;
  useDidShow(() => void query.refetch());
  usePullDown(() => query.refetch());
  if (query.isError && !archive) return <Failure fault={query.error} onRetry={() => void query.refetch()} />;
  if (!archive) return <Loading />;
  return archive.approvedAt === null ? <Draft /> : <InForce archive={archive} />;
}

const Loading = () => (
  <Sheet>
    <Skeleton lines={10} />
  </Sheet>
);

function InForce({ archive }: { archive: OwnArchive }) {
  return (
    <>
      {archive.bar === '' ? (
        <Notice tone="good">以下内容已由协会审核通过。有变化的，点“我要变更”。</Notice>
      ) : (
        <Notice tone="warn">
          以下是协会上次审核通过的内容，仍然有效。{archive.bar}。
          <Link href={pageUrl('profile')} className={styles.inline}>
            信息补全
          </Link>
        </Notice>
      )}
      <PhotoSheet />
      {archive.sections.map((section) => (
        <SectionView
          key={section.key}
          profile={archive}
          reply={section}
          beside={<ChangeLink archive={archive} section={section.key} />}
        >
          <SectionChanges archive={archive} section={section.key} />
        </SectionView>
      ))}
      <ChangeHistory archive={archive} />
    </>
  );
}

function Draft() {
  const query = useOwnProfile();
  const { data: profile } = query;
  if (query.isError && !profile) return <Failure fault={query.error} onRetry={() => void query.refetch()} />;
  if (!profile) return <Loading />;
  return (
    <>
      <Notice>
        以下内容尚未通过审核（{PROFILE_STATES[profile.state]}），通过后才能申请变更。
        <Link href={pageUrl('profile')} className={styles.inline}>
          信息补全
        </Link>
      </Notice>
      <PhotoSheet />
      {profile.sections.map((reply) => (
        <SectionView
          key={reply.key}
          profile={profile}
          reply={reply}
          beside={<Box className={styles.barred}>审核通过后可变更</Box>}
        />
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
