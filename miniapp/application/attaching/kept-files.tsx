import { FILE_STATES, isDelivered } from '../../../bff/contract/files/enums.ts';
import type { KeptFile } from '../../../bff/contract/files/replies.ts';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { Attachments } from '../attachments.tsx';

/** 附件 of what the office published: to be opened, or why not; nothing where there are none. */
export function KeptFiles({
  files,
  read,
}: {
  files: readonly KeptFile[];
  read: (fileId: string) => Promise<ArrayBuffer>;
}) {
  if (files.length === 0) return null;
  return (
    <Sheet title="附件">
      <Attachments files={files.filter(({ state }) => isDelivered(state))} read={read} />
      {files
        .filter(({ state }) => !isDelivered(state))
        .map(({ id, name, state }) => (
          <Box as="p" key={id}>
            {name}（{FILE_STATES[state]}）
          </Box>
        ))}
    </Sheet>
  );
}
