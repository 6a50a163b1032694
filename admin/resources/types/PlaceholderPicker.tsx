import { Button } from 'antd';
import {
  isAlwaysFilled,
  PLACEHOLDER_GROUPS,
  PLACEHOLDERS,
  type Placeholder,
  type PlaceholderGroup,
  type WordingUse,
} from '../../../bff/contract/placeholders.ts';

interface PickerProps {
  use: WordingUse;
  onChosen(text: string): void;
}

const names = Object.keys(PLACEHOLDERS) as Placeholder[];
const CONDITIONS: [string, string][] = [
  ['{{#if purpose}}本证明用于{{purpose}}。{{/if}}', '填了用途才有的一句'],
  ['{{#if purpose}}{{else}}{{/if}}', '两种写法，按有没有用途'],
];

/** The placeholders by subject; one click puts one where the cursor stands. Those without a value here come last. */
export function PlaceholderPicker({ use, onChosen }: PickerProps) {
  return (
    <details open className="placeholders">
      <summary>插入占位符</summary>
      {(Object.keys(PLACEHOLDER_GROUPS) as PlaceholderGroup[]).map((group) => (
        <div key={group}>
          <h3>{PLACEHOLDER_GROUPS[group]}</h3>
          <ul className="plain">
            {names
              .filter((name) => PLACEHOLDERS[name].group === group)
              .map((name) => (
                <li key={name}>
                  <Offer text={`{{${name}}}`} label={PLACEHOLDERS[name].label} onChosen={onChosen} />
                  {!isAlwaysFilled(name, use) && <span className="quiet">可能没有</span>}
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div>
        <h3>条件</h3>
        <ul className="plain">
          {CONDITIONS.map(([text, label]) => (
            <li key={text}>
              <Offer text={text} label={label} onChosen={onChosen} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Offer({ text, label, onChosen }: { text: string; label: string; onChosen(text: string): void }) {
  return (
    <Button type="text" size="small" className="placeholder" onClick={() => onChosen(text)}>
      <code>{text}</code> {label}
    </Button>
  );
}
