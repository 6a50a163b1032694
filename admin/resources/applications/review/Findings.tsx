import type { FindingReply } from '../../../../bff/contract/certificates/replies.ts';
import { FINDING_RESULTS, REVIEW_RULES } from '../../../../bff/contract/review/enums.ts';
import { groupFindings, type FindingGroup } from '../../../../bff/contract/review/group-findings.ts';
import { StateTag } from '../../../ui/StateTag.tsx';
import { formatInstant } from '../../../ui/dates.ts';

/** What the automatic review looked at, what contradicts the letter first: rule, datum, source and time of each. */
export function Findings({ findings }: { findings: FindingReply[] }) {
  const contradicted = findings.filter(({ result }) => result === 'contradicted');
  const doubtful = [...contradicted, ...findings.filter((one) => one.result === 'doubtful' && !isForPerson(one))];
  const holding = findings.filter(({ result }) => result === 'holds');
  return (
    <section id="findings" className="sheet padded below-head">
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
      <Groups findings={[...doubtful, ...findings.filter(isForPerson)]} />
      {holding.length > 0 && (
        <details open={doubtful.length === 0 && holding.length <= 8}>
          <summary>符合的 {holding.length} 项</summary>
          <Groups findings={holding} />
        </details>
      )}
    </section>
  );
}

/** That a person reads it whatever the rules say is no doubt. */
const isForPerson = ({ rule, result }: FindingReply) => rule === 'manual_type' && result === 'doubtful';

const Groups = ({ findings }: { findings: FindingReply[] }) => (
  <ul className="findings">
    {groupFindings(findings).map((group, index) => (
      <Group key={index} group={group} />
    ))}
  </ul>
);

const TONES = { holds: 'good', doubtful: 'wait', contradicted: 'bad' } as const;

/** What is said of one subject, or of many at once: then it unfolds to who they are. */
function Group({ group: { rule, result, findings, sentence } }: { group: FindingGroup }) {
  const [first] = findings;
  if (!first) return null;
  const isMany = findings.length > 1;
  return (
    <li>
      <div className="finding-head">
        {isForPerson(first) ? (
          <StateTag tone="still" label="人工审核" />
        ) : (
          <StateTag tone={TONES[result]} label={FINDING_RESULTS[result]} />
        )}
        <strong>{REVIEW_RULES[rule]}</strong>
        {!isMany && first.subject && <span>{first.subject}</span>}
      </div>
      {isMany ? (
        <details>
          <summary>{sentence}</summary>
          <ul className="plain finding-names">
            {findings.map(({ subject, datum }, index) => (
              <li key={index}>
                {subject && <strong>{subject}</strong>} {datum}
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p>{sentence}</p>
      )}
      <p className="quiet">
        {first.source} · <span className="figures whole">{formatInstant(first.readAt)}</span>
      </p>
    </li>
  );
}
