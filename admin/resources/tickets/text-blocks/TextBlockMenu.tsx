import { Select } from 'antd';
import type { FilledTextBlocks } from '../../../../bff/contract/ticket-text-blocks/endpoints.ts';
import { useFilledTextBlocks } from './use-text-blocks.ts';

export type Block = FilledTextBlocks['items'][number];

/** 文本块, filled in for this ticket: found by typing; opened by `/` in an empty answer, or by its own field. */
export function TextBlockMenu(props: {
  ticketId: number;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onChoose: (block: Block) => void;
}) {
  const { ticketId, isOpen, onOpen, onChoose } = props;
  const { data } = useFilledTextBlocks(ticketId);
  const blocks = data?.items ?? [];
  if (blocks.length === 0) return null;
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
      options={blocks.map(({ id, title }) => ({ value: id, label: title }))}
      onSelect={(id: number) => {
        const block = blocks.find((one) => one.id === id);
        if (block) onChoose(block);
      }}
    />
  );
}
