/** Which keys work here; hidden where there is no keyboard. */
export function KeyHint({ keys }: { keys: [key: string, does: string][] }) {
  return (
    <span className="key-hint">
      {keys.map(([key, does]) => (
        <span key={key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </span>
  );
}
