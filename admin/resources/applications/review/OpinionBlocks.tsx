import { Button } from 'antd';
import { Link } from 'react-router';
import { pageUrl } from '../../../addresses.ts';
import { useIsPhone } from '../../../ui/hooks/use-is-phone.ts';

interface OpinionBlocksProps {
  opinions: readonly string[];
  onChosen(sentence: string): void;
}

/** Ready sentences for an opinion, the first nine with their digits; on a phone they wait behind one line. */
export function OpinionBlocks({ opinions, onChosen }: OpinionBlocksProps) {
  const isPhone = useIsPhone();
  return (
    <details open={!isPhone}>
      <summary>常用意见</summary>
      <div className="blocks" role="group" aria-label="常用意见">
        {opinions.map((opinion, at) => (
          <Button
            key={opinion}
            size="small"
            onClick={() => onChosen(opinion)}
            {...(at < 9 && { 'aria-keyshortcuts': `Alt+${at + 1}` })}
          >
            {at < 9 && !isPhone && <kbd aria-hidden>{at + 1}</kbd>}
            {opinion}
          </Button>
        ))}
        <Link to={pageUrl('opinions')} target="_blank" className="blocks-manage">
          管理常用意见
        </Link>
      </div>
    </details>
  );
}
