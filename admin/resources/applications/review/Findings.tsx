import type { FindingReply } from '../../../../bff/contract/certificates/replies.ts';
import { FINDING_RESULTS, REVIEW_RULES } from '../../../../bff/contract/review/enums.ts';
import { StateTag } from '../../../ui/StateTag.tsx';
import { formatInstant } from '../../../ui/dates.ts';

/** What the automatic review looked at, what contradicts the letter first: rule, datum, source and time of each. */
export function Findings({ findings }: { findings: FindingReply[] }) {
  const contradicted = findings.filter(({ result }) => result === 'contradicted');
  const doubtful = [...contradicted, ...findings.filter(({ result }) => result === 'doubtful')];
  const holding = findings.filter(({ result }) => result === 'holds');
  return (
    <section className="sheet padded">
      <h2>
        核查结果{' '}
        <small className="quiet">
          {doubtful.length > 0
            ? [
                contradicted.length > 0 && `${contradicted.length} 项与证明内容矛盾`,
                doubtful.length > contradicted.length && `${doubtful.length - contradicted.length} 项须核实`,
                `${holding.length} 项符合`,
              ]
                .filter(Boolean)
                .join('，')
            : `${holding.length} 项均符合`}
        </small>
      </h2>
      <ul className="findings">
        {doubtful.map((finding, index) => (
          <Finding key={index} finding={finding} />
        ))}
      </ul>
      {holding.length > 0 && (
        <details open={doubtful.length === 0 && holding.length <= 8}>
          <summary>符合的 {holding.length} 项</summary>
          <ul className="findings">
            {holding.map((finding, index) => (
              <Finding key={index} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const TONES = { holds: 'good', doubtful: 'wait', contradicted: 'bad' } as const;

function Finding({ finding: { rule, result, subject, datum, source, readAt } }: { finding: FindingReply }) {
  return (
    <li>
      <div className="finding-head">
        <StateTag tone={TONES[result]} label={FINDING_RESULTS[result]} />
        <strong>{REVIEW_RULES[rule]}</strong>
        {subject && <span>{subject}</span>}
      </div>
      <p>{datum}</p>
      <p className="quiet figures">
        {source} · {formatInstant(readAt)}
      </p>
    </li>
  );
}
