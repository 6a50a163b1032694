import QRCode from 'qrcode';
import { writeFileSync } from 'node:fs';

/** Pixels of one module, and of the whole picture: even, as the format wants it. */
const MODULE = 8;
const SIDE = 400;
const [BLACK, WHITE, GREY] = [16, 235, 128];

/** Writes a film of one frame (YUV4MPEG2), a QR code before a white wall: what Chromium's false camera shows. */
export function writeCodeFilm(file: string, words: string): void {
  const { modules } = QRCode.create(words, { errorCorrectionLevel: 'M' });
  const margin = Math.floor((SIDE - modules.size * MODULE) / 2);
  const light = Buffer.alloc(SIDE * SIDE, WHITE);
  for (let y = 0; y < modules.size * MODULE; y++)
    for (let x = 0; x < modules.size * MODULE; x++)
      if (modules.get(Math.floor(y / MODULE), Math.floor(x / MODULE))) light[(y + margin) * SIDE + x + margin] = BLACK;
  const colour = Buffer.alloc((SIDE * SIDE) / 2, GREY);
  const head = Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F5:1 Ip A1:1 C420jpeg\nFRAME\n`);
  writeFileSync(file, Buffer.concat([head, light, colour]));
}
