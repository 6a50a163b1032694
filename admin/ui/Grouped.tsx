import { partsOfIdentity, partsOfNumber } from '../../bff/contract/text.ts';

const Parts = ({ parts }: { parts: readonly string[] }) => (
  <span className="figures grouped">
    {parts.map((part, index) => (
      <span key={index}>{part}</span>
    ))}
  </span>
);

/** A long number in its parts, for reading only: what is copied has no gaps. */
export const Grouped = ({ value }: { value: string }) => <Parts parts={partsOfNumber(value)} />;

/** The same for an identity number, masked or whole. */
export const GroupedIdentity = ({ value }: { value: string }) => <Parts parts={partsOfIdentity(value)} />;
