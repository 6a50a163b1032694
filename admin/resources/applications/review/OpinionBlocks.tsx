import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { reviewEndpoints } from '../../../../bff/contract/review/endpoints.ts';
import { pageUrl } from '../../../addresses.ts';
import { call } from '../../../providers/call.ts';
import { useIsPhone } from '../../../ui/use-is-phone.ts';

export const OPINIONS_KEY = ['opinions'] as const;

/** Ready sentences for an opinion; on a phone they wait behind one line. Without them one still can type. */
export function OpinionBlocks({ onChosen }: { onChosen(sentence: string): void }) {
  const isPhone = useIsPhone();
  const { data } = useQuery({
    queryKey: OPINIONS_KEY,
    queryFn: ({ signal }) => call(reviewEndpoints.showOpinions, {}, signal),
  });
  return (
    <details open={!isPhone}>
      <summary>常用意见</summary>
      <div className="blocks" role="group" aria-label="常用意见">
        {data?.opinions.map((block) => (
          <Button key={block} size="small" onClick={() => onChosen(block)}>
            {block}
          </Button>
        ))}
        <Link to={pageUrl('opinions')} target="_blank" className="blocks-manage">
          管理常用意见
        </Link>
      </div>
    </details>
  );
}
