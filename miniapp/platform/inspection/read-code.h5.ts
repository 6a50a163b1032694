import jsQR from 'jsqr';

/** The longest side at which a QR code is looked for, px: small first, which is quick; large for a code on a whole page. */
const SIDES = [900, 1600, 2400];

/**
 * The address in the QR code of a picture; null: none was read. The page stays answerable between the tries.
 * @param isWorn whether more is tried: a photo may be of a stained or copied code, a page of a file never is
 */
export async function readCode(
  size: { width: number; height: number },
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
  isWorn = false,
): Promise<string | null> {
  const longest = Math.max(size.width, size.height);
  let picture: ImageData | null = null;
  for (const side of [...new Set(SIDES.map((one) => Math.min(one, longest)))]) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round((size.width * side) / longest));
    canvas.height = Math.max(1, Math.round((size.height * side) / longest));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    draw(context, canvas.width, canvas.height);
    picture = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = jsQR(picture.data, picture.width, picture.height, { inversionAttempts: 'dontInvert' });
    if (found?.data) return found.data.slice(0, LONGEST);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return isWorn && picture ? readWorn(picture) : null;
}

/** Of what is taken from a code: an address of ours is much shorter. */
const LONGEST = 500;

/**
 * What stains and copiers have left of a code (docs/adr/0047-worn-codes.md). Null as well where the browser has no
 * WebAssembly, or the page it came in with may not run any (bff/http/security-headers.ts).
 */
async function readWorn(picture: ImageData): Promise<string | null> {
  try {
    const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
    const wasm = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href;
    await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
    const [found] = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 });
    return found?.text ? found.text.slice(0, LONGEST) : null;
  } catch {
    return null;
  }
}
