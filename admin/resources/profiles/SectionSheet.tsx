import { Button } from 'antd';
import { useState } from 'react';
import { differenceOf, type RowDifference } from '../../../bff/contract/form-reading/difference.ts';
import type { Row } from '../../../bff/contract/form-reading/fields.ts';
import { MAX_REASON } from '../../../bff/contract/profile/enums.ts';
import { sectionInForce, type FieldSettings } from '../../../bff/contract/profile/field-settings.ts';
import { profileSection } from '../../../bff/contract/profile/profile.ts';
import type { OpenedSection } from '../../../bff/contract/profile/replies.ts';
import { formatInstant } from '../../ui/dates.ts';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { RejectForm } from './RejectForm.tsx';
import { RowView } from './RowDifference.tsx';
import { isPassedBefore, type Review, type Reviewed } from './use-review.ts';
import { useOpening } from './use-profiles.ts';

interface SectionSheetProps {
  profileId: number;
  section: Reviewed;
  /** What the office has set of fields. */
  fields: FieldSettings;
  /** Absent: it is only read. */
  review: Review | null;
  chosenRow: string | null;
  onChooseRow(row: string): void;
}

/** Tokens of the files of a row, as it stands now. */
export function filesOf(section: Pick<Reviewed, 'key'>, row: Row | null): string[] {
  if (!row) return [];
  const fields = profileSection(section.key).fields.filter(({ kind }) => kind === 'files');
  return fields.flatMap(({ key }) => (Array.isArray(row.values[key]) ? [...(row.values[key] as string[])] : []));
}

/** One section of a profile: what it says beside what it said, what is doubtful, and what the reviewer says of it. */
export function SectionSheet({ profileId, section, fields, review, chosenRow, onChooseRow }: SectionSheetProps) {
  const { key, rows, before, saidNone, hasSensitive, doubts } = section;
  const schema = sectionInForce(key, fields);
  const isSettled = isPassedBefore(section);
  const [isFolded, setFolded] = useState(isSettled || !section.isChanged);
  const [isAsking, setAsking] = useState(false);
  const opening = useOpening(profileId, key);
  const shown: Pick<OpenedSection, 'rows' | 'before'> = opening.data ?? { rows, before };
  const differences = differenceOf(schema, (shown.before ?? []) as Row[], shown.rows as Row[]);
  const isCurrent = review?.at === key;
  const found = doubts['_'];
  return (
    <section
      id={`section-${key}`}
      className={`sheet padded profile-section${isCurrent ? ' profile-section-current' : ''}`}
      aria-labelledby={`heading-${key}`}
      {...(isCurrent && { 'aria-current': 'true' as const })}
      onClick={() => review?.setAt(key)}
    >
      <header className="card-line">
        <h2 id={`heading-${key}`}>
          {schema.label} <Marks section={section} review={review} />
        </h2>
        <button
          type="button"
          className="link-button"
          aria-expanded={!isFolded}
          onClick={(event) => {
            event.stopPropagation();
            setFolded(!isFolded);
          }}
        >
          {isFolded ? '展开' : '折叠'}
        </button>
      </header>
      {!isFolded && (
        <>
          {found && <p className="profile-doubt">{found}</p>}
          {saidNone && <p className="quiet">{schema.noneLabel ?? '本人无此项'}</p>}
          {differences.map((row) => (
            <RowView
              key={row.id}
              section={schema}
              row={row}
              doubts={doubts}
              isChosen={chosenRow === `${key}.${row.id}`}
              onChoose={chooserOf(row)}
            />
          ))}
          {hasSensitive && !saidNone && !opening.data && (
            <div className="row profile-sensitive">
              <span className="quiet">本项含敏感个人信息，未显示；打开须写明事由，会记入日志，本人可以看到</span>
              {!isAsking && <Button onClick={() => setAsking(true)}>打开</Button>}
            </div>
          )}
          {isAsking && !opening.data && (
            <OneFieldForm
              title={`打开“${schema.label}”的敏感信息`}
              label="查看事由"
              placeholder="例如：核对亲属任职回避情况"
              maxLength={MAX_REASON}
              field="reason"
              act={opening}
              submitLabel="打开"
              onClose={() => setAsking(false)}
            />
          )}
        </>
      )}
      {review && !isSettled && review.rejecting !== key && (
        <div className="row profile-verdict">
          <Button size="small" onClick={() => review.pass(key)} aria-label={`通过“${schema.label}”`}>
            通过
          </Button>
          <Button size="small" danger onClick={() => review.reject(key)} aria-label={`驳回“${schema.label}”`}>
            驳回
          </Button>
          {review.said[key]?.verdict === 'reject' && <span>审核意见：{review.said[key].opinion}</span>}
        </div>
      )}
      {review?.rejecting === key && (
        <RejectForm
          label={schema.label}
          opinion={review.said[key]?.opinion ?? ''}
          onReject={(opinion) => review.refuse(key, opinion)}
          onClose={review.keep}
        />
      )}
      {!review && section.verdict === 'reject' && <p>审核意见：{section.opinion}</p>}
    </section>
  );

  function chooserOf(row: RowDifference): (() => void) | undefined {
    return filesOf(section, row.after ?? row.before).length === 0 ? undefined : () => onChooseRow(`${key}.${row.id}`);
  }
}

/** What became of it, or what it is. */
function Marks({ section, review }: { section: Reviewed; review: Review | null }) {
  const { key, verdict, decidedBy, passedBefore, isChanged, doubts } = section;
  const said = review?.said[key]?.verdict ?? verdict;
  const count = Object.keys(doubts).length;
  return (
    <>
      {count > 0 && <StateTag tone="alert" label={`${count}处存疑`} />}{' '}
      {passedBefore ? (
        <span className="quiet">
          <WholeTimes words={`与上次相同，${passedBefore.by}于${formatInstant(passedBefore.at)}通过`} />
        </span>
      ) : (
        <>
          {isChanged && <StateTag tone="busy" label="有改动" />}{' '}
          {said === 'pass' && <StateTag tone="good" label={decidedBy ? `${decidedBy}通过` : '通过'} />}
          {said === 'reject' && <StateTag tone="bad" label={decidedBy ? `${decidedBy}驳回` : '驳回'} />}
        </>
      )}
    </>
  );
}
