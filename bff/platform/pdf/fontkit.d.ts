/** The part of fontkit (which ships no types) that we use. */
declare module 'fontkit' {
  export interface Glyph {
    id: number;
    advanceWidth: number;
    path: { commands: { command: string; args: number[] }[] };
  }

  export interface Font {
    unitsPerEm: number;
    familyName: string;
    characterSet: number[];
    glyphForCodePoint(codePoint: number): Glyph;
  }

  export function openSync(file: string): Font;
}
