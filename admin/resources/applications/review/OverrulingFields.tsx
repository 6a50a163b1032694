import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { FindingReply } from '../../../../bff/contract/certificates/replies.ts';
import { reviewEndpoints } from '../../../../bff/contract/review/endpoints.ts';
import { REVIEW_RULES, type ReviewRule } from '../../../../bff/contract/review/enums.ts';
import { groupFindings } from '../../../../bff/contract/review/group-findings.ts';
import { MAX_OVERRULING_WORDS, WORDS_MISSING } from '../../../../bff/contract/review/words.ts';
import { call } from '../../../providers/call.ts';
import { faultOf, LinesField } from './ReasonField.tsx';

/** What stands in the fields, by rule. */
export type Words = Partial<Record<ReviewRule, string>>;

/** The rules in doubt, each once; that a type is reviewed by a person anyway is no doubt about the facts. */
export const rulesInDoubt = (findings: readonly FindingReply[]): ReviewRule[] => [
  ...new Set(
    findings.filter(({ rule, result }) => result === 'doubtful' && rule !== 'manual_type').map(({ rule }) => rule),
  ),
];

/** What is sent: the words for what is in doubt, and no others. */
export const wordsOf = (findings: readonly FindingReply[], words: Words): Words =>
  Object.fromEntries(rulesInDoubt(findings).flatMap((rule) => (words[rule] ? [[rule, words[rule]]] : [])));

/** A field of words for each rule in doubt, however many subjects it doubts. */
export function OverrulingFields({
  findings,
  words,
  missing,
  error,
  onChange,
}: {
  findings: readonly FindingReply[];
  words: Words;
  /** Rules whose words are asked for now. */
  missing: readonly ReviewRule[];
  error: unknown;
  onChange(words: Words): void;
}) {
  const rules = rulesInDoubt(findings);
  const { data } = useQuery({
    queryKey: ['overruling-words'],
    queryFn: ({ signal }) => call(reviewEndpoints.listOwnWords, {}, signal),
    enabled: rules.length > 0,
  });
  const set = (rule: ReviewRule) => (said: string) => onChange({ ...words, [rule]: said });
  const fields = rules.map((rule, place) => {
    const doubts = groupFindings(findings.filter((one) => one.rule === rule && one.result === 'doubtful'));
    const own = data?.words.filter((one) => one.rule === rule) ?? [];
    return (
      <div key={rule} className="overruling">
        <LinesField
          name={`words.${rule}`}
          autoFocus={place === 0}
          label={`${REVIEW_RULES[rule]}：如何核实`}
          isRequired
          maxLength={MAX_OVERRULING_WORDS}
          value={words[rule] ?? ''}
          onChange={set(rule)}
          placeholder={doubts.map(({ sentence }) => sentence).join('；')}
          fault={missing.includes(rule) ? WORDS_MISSING : faultOf(error, `words.${rule}`)}
        />
        {own.length > 0 && (
          <div className="blocks" role="group" aria-label={`${REVIEW_RULES[rule]}：您最近写过的`}>
            {own.map(({ words: said }) => (
              <Button key={said} size="small" onClick={() => set(rule)(said)}>
                {said}
              </Button>
            ))}
          </div>
        )}
      </div>
    );
  });
  return <div className="overrulings">{fields}</div>;
}
