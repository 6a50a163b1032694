import { Select } from 'antd';
import type { FilledTextBlocks } from '../../../bff/contract/ticket-text-blocks/endpoints.ts';

export type Block = FilledTextBlocks['items'][number];

/** 文本块, filled in for what is answered: found by typing; opened by `/` in an empty answer, or by its own field. */
export function TextBlockMenu(props: {
  blocks: readonly Block[];
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onChoose: (block: Block) => void;
}) {
  const { blocks, isOpen, onOpen, onChoose } = props;
  return (
    <Select<number>
      // Anew when it opens: what is typed then is searched for.
      key={String(isOpen)}
      aria-label="文本块"
      className="text-block-menu"
      placeholder="插入文本块（/）"
      value={null as unknown as number}
      open={isOpen}
      autoFocus={isOpen}
      onOpenChange={onOpen}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent="没有文本块"
      options={blocks.map(({ id, title }) => ({ value: id, label: title }))}
      onSelect={(id: number) => {
        const block = blocks.find((one) => one.id === id);
        if (block) onChoose(block);
      }}
    />
  );
}
