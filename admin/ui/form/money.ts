import { toHalfWidth } from '../../../bff/contract/text.ts';

/** Fen as people read money: 1,200.00 元. */
export const formatYuan = (fen: number): string => `${groupThousands(toYuanText(fen))} 元`;

/** Fen as it is typed: 1200, 1200.50. */
export function toYuanInput(fen: number): string {
  return toYuanText(fen).replace(/\.00$/, '');
}

/**
 * What was typed (１，２００.５ as well) in fen; NaN for what is no amount, which the server then refuses in words. A comma
 * stands before three digits: 12,5 is not 125.
 */
export function toFen(typed: string): number {
  const plain = toHalfWidth(typed)
    .replace(/\s/g, '')
    .replace(THOUSANDS, (grouped) => grouped.replaceAll(',', ''));
  const [, yuan = '', fen = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  // By digits: 1.1 * 100 is not 110.
  return yuan === '' ? Number.NaN : Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
}

const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?=\.|$)/;
const toYuanText = (fen: number) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const groupThousands = (text: string) => text.replace(/\B(?=(\d{3})+\.)/g, ',');
