import type { FieldDifference, RowDifference } from '../../../bff/contract/form-reading/difference.ts';
import { rowTitle, valueWords } from '../../../bff/contract/form-reading/words.ts';
import type { Section } from '../../../bff/contract/forms/language.ts';
import { compareWords } from '../../changes/compare-words.ts';
import { MarkedText } from '../../changes/MarkedText.tsx';

const MARKS = {
  added: { sign: '＋', words: '新增' },
  removed: { sign: '－', words: '删除' },
  changed: { sign: '±', words: '修改' },
  same: { sign: '', words: '' },
} as const;

interface RowProps {
  section: Section;
  row: RowDifference;
  /** `row.field` → what is doubtful. */
  doubts: Readonly<Record<string, string>>;
  isChosen: boolean;
  /** Shows its files; absent: it has none. */
  onChoose?: (() => void) | undefined;
}

/** One row of a section: what it says, and what it said before. */
export function RowView({ section, row, doubts, isChosen, onChoose }: RowProps) {
  const { sign, words } = MARKS[row.kind];
  const title = section.shape === 'list' ? rowTitle(section, row.after ?? row.before ?? { values: {} }) : '';
  const variant = (row.after ?? row.before)?.variant;
  const isNew = row.kind === 'added';
  return (
    <article className={`profile-row profile-row-${row.kind}${isChosen ? ' profile-row-chosen' : ''}`}>
      {section.shape === 'list' && (
        <header className="card-line">
          <strong>
            {sign && (
              <span className="profile-sign" aria-hidden>
                {sign}
              </span>
            )}
            {title || '（未命名）'}
            {variant && section.variants?.[variant] && (
              <span className="quiet"> {section.variants[variant]?.label}</span>
            )}
            {words && <span className="unseen">（{words}）</span>}
          </strong>
          {onChoose && (
            <button type="button" className="link-button" aria-pressed={isChosen} onClick={onChoose}>
              看证明文件
            </button>
          )}
        </header>
      )}
      <dl className="profile-fields">
        {row.fields.map((one) => (
          <FieldView key={one.field.key} one={one} isNew={isNew} doubt={doubts[`${row.id}.${one.field.key}`]} />
        ))}
      </dl>
    </article>
  );
}

function FieldView({ one, isNew, doubt }: { one: FieldDifference; isNew: boolean; doubt: string | undefined }) {
  const { field, before, after } = one;
  // In a row that is new as a whole, each field is.
  const kind = isNew ? 'same' : one.kind;
  const [then, now] = [valueWords(field, before), valueWords(field, after)];
  const isLong = field.kind === 'lines' && kind === 'changed';
  return (
    <div className={`profile-field profile-field-${kind}`}>
      <dt>{field.label}</dt>
      <dd>
        {kind !== 'added' && kind !== 'same' && (
          <del className="multiline">
            <span className="unseen">原为</span>
            {isLong ? <Words before={then} after={now} without="added" /> : then || '—'}
          </del>
        )}
        {kind === 'same' && <span className="multiline">{now}</span>}
        {(kind === 'added' || kind === 'changed') && (
          <ins className="multiline">
            <span className="unseen">现为</span>
            {isLong ? <Words before={then} after={now} without="removed" /> : now}
          </ins>
        )}
        {doubt && <span className="profile-doubt">{doubt}</span>}
      </dd>
    </div>
  );
}

function Words({ before, after, without }: { before: string; after: string; without: 'added' | 'removed' }) {
  return <MarkedText pieces={compareWords(before, after).filter(({ kind }) => kind !== without)} />;
}
