import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** One sentence and, where it helps, one action. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
      {children}
    </Empty>
  );
}
