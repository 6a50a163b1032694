import { Button, Select } from 'antd';
import { CONDITIONS, type AtomName } from '../../bff/contract/eligibility/conditions.ts';
import { describe } from '../../bff/contract/eligibility/describe.ts';
import { MAX_CONDITIONS } from '../../bff/contract/eligibility/limits.ts';
import type { Condition, Eligibility } from '../../bff/contract/eligibility/schemas.ts';
import type { SubjectKind } from '../../bff/contract/registry/enums.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { LOOKED_UP, NEW_CONDITIONS, toDraft, toEligibility, type Draft } from './draft.ts';

interface BuilderProps {
  id?: string;
  value?: Eligibility | null;
  onChange?(value: Eligibility | null): void;
  /** Whom it is about: only what can be true of all of them is offered. */
  of: readonly SubjectKind[];
  /** Of what is looked up, what those who are at work here may. */
  lookUps?: readonly AtomName[];
}

/** Who may: a list of conditions, joined one way. antd's form hands id, value and onChange. */
export function EligibilityBuilder({ id, value = null, onChange, of, lookUps = [] }: BuilderProps) {
  const draft = toDraft(value);
  if (draft === null) {
    return (
      <div id={id} tabIndex={-1} className="conditions">
        <p className="conditions-words">{value && describe(value)}</p>
        <p className="quiet">这组条件有多层组合，此处只能查看；保存时保持不变。</p>
        <Button onClick={() => onChange?.(null)}>清除，重新设置</Button>
      </div>
    );
  }
  const say = (next: Draft) => onChange?.(toEligibility(next));
  const { join, rows } = draft;
  const offered = (Object.keys(CONDITIONS) as AtomName[]).filter(
    (atom) =>
      of.every((kind) => CONDITIONS[atom].of.includes(kind)) && (!LOOKED_UP.includes(atom) || lookUps.includes(atom)),
  );
  return (
    <div id={id} tabIndex={-1} className="conditions">
      {rows.length > 1 && (
        <Select
          aria-label="条件之间的关系"
          value={join}
          options={[
            { value: 'all', label: '全部满足' },
            { value: 'any', label: '任一满足' },
          ]}
          onChange={(next) => say({ join: next, rows })}
        />
      )}
      {rows.map((condition, index) => (
        <div key={index} role="group" aria-label={CONDITIONS[condition.atom].label} className="condition">
          <span className="condition-label">{CONDITIONS[condition.atom].label}</span>
          <div className="condition-fields">
            <ConditionFields
              condition={condition}
              onChange={(next: Condition) => say({ join, rows: rows.map((row, at) => (at === index ? next : row)) })}
            />
          </div>
          <Button
            type="text"
            danger
            aria-label={`删除${CONDITIONS[condition.atom].label}`}
            onClick={() => say({ join, rows: rows.filter((_row, at) => at !== index) })}
          >
            删除
          </Button>
        </div>
      ))}
      {rows.length < MAX_CONDITIONS && (
        <Select<AtomName | null>
          aria-label="添加条件"
          placeholder="添加条件"
          value={null}
          options={offered.map((atom) => ({ value: atom, label: CONDITIONS[atom].label }))}
          onChange={(atom) => atom && say({ join, rows: [...rows, NEW_CONDITIONS[atom]] })}
        />
      )}
    </div>
  );
}
