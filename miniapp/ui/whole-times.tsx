import { Fragment, type ReactNode } from 'react';
import { apartFromTimes } from '../../bff/contract/text.ts';

type Draw = (time: string, key: number) => ReactNode;

/** What a box says, with `draw` for every day in it, its hour too; answers what it was given where there is none. */
export function withWholeTimes(children: ReactNode, draw: Draw): ReactNode {
  if (!isList(children)) return inPieces(children, draw) ?? children;
  const drawn = children.map((part) => inPieces(part, draw));
  if (drawn.every((pieces) => pieces === null)) return children;
  return children.map((part, index): ReactNode => {
    const pieces = drawn[index];
    return pieces ? <Fragment key={`times-${index}`}>{pieces}</Fragment> : part;
  });
}

const isList = (children: ReactNode): children is readonly ReactNode[] & ReactNode => Array.isArray(children);

function inPieces(part: ReactNode, draw: Draw): ReactNode[] | null {
  if (typeof part !== 'string') return null;
  const pieces = apartFromTimes(part);
  return pieces.length === 1
    ? null
    : pieces.map((piece, index) => (index % 2 === 1 ? draw(piece, index) : piece || null));
}
