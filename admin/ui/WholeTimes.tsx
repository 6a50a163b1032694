import { apartFromTimes } from '../../bff/contract/text.ts';

/** Words in which every day, with its hour, is one piece. */
export function WholeTimes({ words }: { words: string }) {
  return apartFromTimes(words).map((piece, index) =>
    index % 2 === 1 ? (
      <span key={index} className="figures whole">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
