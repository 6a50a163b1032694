import { profileSection, SECTION_KEYS, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import { SectionEditor } from '../../features/profile/section-editor.tsx';
import { useOwnProfile } from '../../features/profile/use-profile.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';

/** One section of 信息补全. */
export default function ProfileSectionPage() {
  const { section: named, at = '' } = useParams();
  const section = SECTION_KEYS.find((key) => key === named);
  return (
    <MemberPage title={section ? profileSection(section).label : '信息补全'} entry="account">
      {({ id, kind }) =>
        kind === 'lawyer' && section ? (
          <OwnSection accountId={id} section={section} at={at} />
        ) : (
          <Notice>
            {kind === 'lawyer' ? '没有这一项内容，请从信息补全进入。' : '信息补全由律师用本人的账号办理。'}
          </Notice>
        )
      }
    </MemberPage>
  );
}

function OwnSection({ accountId, section, at }: { accountId: number; section: SectionKey; at: string }) {
  const query = useOwnProfile();
  if (query.isError && !query.data) return <Failure fault={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) {
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  }
  return <SectionEditor accountId={accountId} profile={query.data} section={section} at={at} />;
}
