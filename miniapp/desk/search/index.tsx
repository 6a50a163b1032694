import { SearchPanel } from '../../features/search/search-panel.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

export default function SearchPage() {
  const { q = '' } = useParams();
  return (
    <MemberPage title="查找" entry="home">
      {() => <SearchPanel key={q} first={q} />}
    </MemberPage>
  );
}
