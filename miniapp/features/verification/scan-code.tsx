import { pageUrl } from '../../addresses.ts';
import { scanCode } from '../../platform/device/scan-code.ts';
import { replaceWith } from '../../platform/page/navigate.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** 扫一扫: the code on a letter in hand, where the device reads codes inside this program; nothing elsewhere. */
export function ScanCode() {
  const scan = scanCode;
  if (!scan) return null;
  const read = async () => {
    const q = await scan();
    // As if WeChat's own scanner had opened this page: codes of somebody else are answered there too.
    if (q !== null) replaceWith(pageUrl('verify', { q }));
  };
  return (
    <Sheet title="扫码核验 Verify by QR code">
      <Button onTap={() => void read()}>扫一扫 Scan</Button>
      <Box as="p">扫描证明上的二维码。 Scan the code on the letter.</Box>
    </Sheet>
  );
}
