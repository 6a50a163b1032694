import jsQR from 'jsqr';

/** The longest side at which a QR code is looked for, px: small first, which is quick; large for a code on a whole page. */
const SIDES = [900, 1600, 2400];

/** The address in the QR code of a picture; null: none was read. The page stays answerable between the tries. */
export async function readCode(
  size: { width: number; height: number },
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
): Promise<string | null> {
  const longest = Math.max(size.width, size.height);
  for (const side of [...new Set(SIDES.map((one) => Math.min(one, longest)))]) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round((size.width * side) / longest));
    canvas.height = Math.max(1, Math.round((size.height * side) / longest));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    draw(context, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
    if (found?.data) return found.data.slice(0, 500);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return null;
}
