import { BarcodeDetector as Ponyfill, prepareZXingModule } from 'barcode-detector/ponyfill';
import { wasmAddress } from './offline.ts';

interface Detector {
  detect(picture: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}
type Native = { new (options: object): Detector; getSupportedFormats(): Promise<string[]> };

/** The browser's own reader of codes; ours, with its wasm from our server, where it has none. */
export async function makeDetector(): Promise<Detector> {
  const native = (globalThis as { BarcodeDetector?: Native }).BarcodeDetector;
  if (native && (await native.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    return new native({ formats: ['qr_code'] });
  }
  await prepareZXingModule({ overrides: { locateFile: () => wasmAddress }, fireImmediately: true });
  return new Ponyfill({ formats: ['qr_code'] });
}
