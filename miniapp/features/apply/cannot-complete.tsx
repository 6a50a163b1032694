import { pageUrl } from '../../addresses.ts';
import type { Origin } from '../../application/origin.ts';
import { Hotline } from '../../office/hotline.tsx';
import { goTo } from '../../platform/page/navigate.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';

/** In place of the form of a returned application whose type is not offered any more: why, and what to do instead. */
export function CannotComplete({ origin: { id, number, said } }: { origin: Origin }) {
  return (
    <>
      <Sheet title="这份申请现在不能补正">
        <Notice tone="warn">
          {said.map((sentence) => (
            <Box key={sentence}>{sentence}。</Box>
          ))}
          <Box>
            编号 {number} 的申请仍在，填写的内容没有丢失。请打开申请，撤回后改选其他证明重新申请；有疑问请致电协会。
          </Box>
        </Notice>
        <Button onTap={() => goTo(pageUrl('application', { id }))}>打开申请</Button>
      </Sheet>
      <Hotline offersTicket />
    </>
  );
}
