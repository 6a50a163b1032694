/** Each tone has its own shape, so that a state is never told by colour alone. */
const SHAPES = { good: '✓', bad: '×', wait: '◔', alert: '!', still: '○', busy: '…' } as const;
export type Tone = keyof typeof SHAPES;

export function StateTag({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span className={`state-tag state-${tone}`}>
      <span className="state-shape" aria-hidden>
        {SHAPES[tone]}
      </span>
      {label}
    </span>
  );
}
