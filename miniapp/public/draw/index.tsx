import { useQuery } from '@tanstack/react-query';
import { drawEndpoints } from '../../../bff/contract/draws/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../api/client.ts';
import { DrawVerification } from '../../features/draws/draw-verification.tsx';
import { usePageCard } from '../../features/sharing/use-page-card.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { PublicPage } from '../../shell/public-page.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** 抽签核验, for anybody who has the address: numbers, no names. */
export default function DrawPage() {
  const { code = '' } = useParams();
  const draw = useQuery({
    queryKey: ['draw', code],
    queryFn: () => call(drawEndpoints.showDraw, { params: { code } }),
  });
  usePageCard({
    title: '活动抽签核验',
    description: '打开查看抽签的种子、名单和结果，并重新计算。',
    path: pageUrl('draw', { code }),
  });
  return (
    <PublicPage title="抽签核验" heading="page" about={null}>
      {draw.data ? (
        <DrawVerification page={draw.data} />
      ) : (
        <Sheet>
          {draw.isError ? <Failure fault={draw.error} onRetry={() => void draw.refetch()} /> : <Skeleton lines={8} />}
        </Sheet>
      )}
    </PublicPage>
  );
}
