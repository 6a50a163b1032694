import jsQR from 'jsqr';
import { mendedCodes } from './mend-code.ts';

/** The longest side at which a QR code is looked for, px: small first, which is quick; large for a code on a whole page. */
const SIDES = [900, 1600, 2400];

/** Whatever draws itself as large as it is asked to. */
interface Drawn {
  width: number;
  height: number;
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void;
}

/**
 * The address in the QR code of a photo, or of a page of a file, which may be a scan: stained, copied, dim or blurred. Null: none
 * was read. What is clean is read at once; for the rest ZXing-C++ is asked wherever the browser runs it, which reads more, and in
 * a tenth of the time that jsQR takes over a noisy picture. A code that has lost one of its large marks is mended at last. The
 * browser stays answerable between the tries.
 */
export async function readCode(drawn: Drawn): Promise<string | null> {
  const [least = 1, ...larger] = sidesOf(drawn);
  const found = readClean(pictureOf(drawn, least));
  if (found !== null) return found;
  const readWorn = await startReader();
  if (!readWorn) {
    for (const side of larger) {
      await breathe();
      const late = readClean(pictureOf(drawn, side));
      if (late !== null) return late;
    }
    return readMended(drawn, null);
  }
  for (const filter of LOOKS) {
    for (const side of [...larger, least]) {
      await breathe();
      const worn = await readWorn(pictureOf(drawn, side, filter));
      if (worn !== null) return worn;
    }
  }
  return readMended(drawn, readWorn);
}

/** A code of which a stain has one of the large marks, drawn anew with all three (docs/adr/0047-worn-codes.md). */
async function readMended(drawn: Drawn, readWorn: Reader | null): Promise<string | null> {
  for (const side of sidesOf(drawn)) {
    await breathe();
    for (const { data, width, height } of mendedCodes(pictureOf(drawn, side))) {
      const mended = new ImageData(new Uint8ClampedArray(data), width, height);
      const found = readClean(mended) ?? (await readWorn?.(mended)) ?? null;
      if (found !== null) return found;
    }
  }
  return null;
}

/** As it is; then softened, which takes the grain of a dim photo away (browsers without filters look at it once more). */
const LOOKS = ['none', 'blur(1px)'];

const sidesOf = ({ width, height }: Drawn) => {
  const longest = Math.max(width, height);
  return [...new Set(SIDES.map((side) => Math.min(side, longest)))];
};

const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

function pictureOf({ width, height, draw }: Drawn, side: number, filter = 'none'): ImageData {
  const longest = Math.max(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round((width * side) / longest));
  canvas.height = Math.max(1, Math.round((height * side) / longest));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  // A large photo is made smaller: each pixel has to be the mean of those that it stands for, or what is left is grain.
  context.imageSmoothingQuality = 'high';
  context.filter = filter;
  draw(context, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Of what is taken from a code: an address of ours is much shorter. */
const LONGEST = 500;

function readClean(picture: ImageData): string | null {
  const found = jsQR(picture.data, picture.width, picture.height, { inversionAttempts: 'dontInvert' });
  return found?.data ? found.data.slice(0, LONGEST) : null;
}

/** By the middle between light and dark of each part, and of the whole: each reads what the other does not. */
const BINARIZERS = ['LocalAverage', 'GlobalHistogram'] as const;

type Reader = (picture: ImageData) => Promise<string | null>;

/**
 * Reads what stains and copiers have left of a code (docs/adr/0047-worn-codes.md). Null where the browser has no WebAssembly, or
 * the page it came in with may not run any (bff/http/security-headers.ts).
 */
async function startReader(): Promise<Reader | null> {
  try {
    const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
    const wasm = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href;
    await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
    return async (picture) => {
      for (const binarizer of BINARIZERS) {
        const options = { formats: ['QRCode' as const], tryHarder: true, maxNumberOfSymbols: 1, binarizer };
        const [found] = await readBarcodes(picture, options);
        if (found?.text) return found.text.slice(0, LONGEST);
      }
      return null;
    };
  } catch {
    return null;
  }
}
