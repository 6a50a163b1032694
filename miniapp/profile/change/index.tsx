import { profileSection, SECTION_KEYS, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import { ChangeEditor } from '../../features/profile/changes/change-editor.tsx';
import { useArchive } from '../../features/profile/changes/use-archive.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';

/** 信息变更: one section of an approved profile. */
export default function ProfileChangePage() {
  const { section: named } = useParams();
  const section = SECTION_KEYS.find((key) => key === named);
  return (
    <MemberPage title={section ? `变更${profileSection(section).label}` : '信息变更'} entry="account">
      {({ id, kind }) =>
        kind === 'lawyer' && section ? (
          <OwnChange accountId={id} section={section} />
        ) : (
          <Notice>
            {kind === 'lawyer' ? '没有这一项内容，请从个人档案进入。' : '信息变更由律师用本人的账号办理。'}
          </Notice>
        )
      }
    </MemberPage>
  );
}

function OwnChange({ accountId, section }: { accountId: number; section: SectionKey }) {
  const { data, isError, error, refetch } = useArchive();
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  }
  if (data.bar !== '') return <Notice tone="warn">{data.bar}。</Notice>;
  return <ChangeEditor key={section} accountId={accountId} archive={data} section={section} />;
}
