/** Long numbers in groups of four (a last one alone joins its neighbours), for reading only: what is copied has no gaps. */
export function Grouped({ value }: { value: string }) {
  const groups = value.match(/.{1,4}(?:.$)?/gu) ?? [];
  return (
    <span className="figures grouped">
      {groups.map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
