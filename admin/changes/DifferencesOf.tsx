import type { ChangeRow } from '../../bff/contract/two-person/endpoints.ts';
import { Differences } from '../ui/Differences.tsx';
import { compareWords } from './compare-words.ts';
import { MarkedText } from './MarkedText.tsx';

/** How it stands and how it will stand; of texts, what differs is marked. */
export function DifferencesOf({ change }: { change: ChangeRow }) {
  const { kind, target, before, after } = change;
  if (kind === 'type_offered') return <p className="multiline wording-text change-whole">{after}</p>;
  if (kind !== 'wording_published') return <Differences rows={[{ label: target, left: before, right: after }]} />;
  const pieces = compareWords(before, after);
  const side = (without: 'added' | 'removed') => (
    <span className="multiline wording-text">
      <MarkedText pieces={pieces.filter((piece) => piece.kind !== without)} />
    </span>
  );
  return (
    <Differences
      heads={['现行正文', '新的正文']}
      rows={[{ label: '正文', left: side('added'), right: side('removed') }]}
    />
  );
}
