import { Button } from 'antd';
import { useIsPhone } from '../../ui/use-is-phone.ts';
import { OPINION_BLOCKS } from './opinions.ts';

/** Ready sentences for an opinion; on a phone they wait behind one line. */
export function OpinionBlocks({ onChosen }: { onChosen(sentence: string): void }) {
  return (
    <details open={!useIsPhone()}>
      <summary>常用意见</summary>
      <div className="blocks" role="group" aria-label="常用意见">
        {OPINION_BLOCKS.map((block) => (
          <Button key={block} size="small" onClick={() => onChosen(block)}>
            {block}
          </Button>
        ))}
      </div>
    </details>
  );
}
