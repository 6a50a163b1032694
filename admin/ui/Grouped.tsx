import { partsOfNumber } from '../../bff/contract/text.ts';

/** A long number in its parts, for reading only: what is copied has no gaps. */
export function Grouped({ value }: { value: string }) {
  return (
    <span className="figures grouped">
      {partsOfNumber(value).map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </span>
  );
}
