/** Fen as people read money: 1,200.00 元. No line ends between the figure and its unit. */
export const formatYuan = (fen: number): string => `${groupThousands(toYuanText(fen))}\u00a0元`;

/** Fen as it is typed: 1200, 1200.50. */
export function toYuanInput(fen: number): string {
  return toYuanText(fen).replace(/\.00$/, '');
}

const toYuanText = (fen: number) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const groupThousands = (text: string) => text.replace(/\B(?=(\d{3})+\.)/g, ',');
