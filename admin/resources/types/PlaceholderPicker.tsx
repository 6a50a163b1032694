import { Button } from 'antd';
import {
  isAlwaysFilled,
  PLACEHOLDER_GROUPS,
  PLACEHOLDERS,
  type Placeholder,
  type PlaceholderGroup,
  type WordingUse,
} from '../../../bff/contract/certificate-types/placeholders.ts';
import { useIsPhone } from '../../ui/hooks/use-is-phone.ts';

interface PickerProps {
  use: WordingUse;
  onChosen(text: string): void;
}

const names = Object.keys(PLACEHOLDERS) as Placeholder[];
/** What else a wording may hold: conditions, and the marks of its parts. */
const FORMS: [string, string][] = [
  ['{{#if purpose}}本证明用于{{purpose}}。{{/if}}', '填了用途才有的一句'],
  ['{{#if purpose}}{{else}}{{/if}}', '两种写法，按有没有用途'],
  ['# 标题\n', '首行以“# ”开头：证明的标题，不写则为“证明”'],
  ['\n---\n# Certificate\n', '单独一行“---”：以下为英文部分'],
];

/** Without a value in this type's letters whatever the member fills in: the check would refuse it. */
const canBeFilled = (name: Placeholder, use: WordingUse) =>
  isAlwaysFilled(name, use) || PLACEHOLDERS[name].filled === 'optional' || use.audience === 'both';

/** The placeholders that this type's letters can fill, by subject; one click puts one where the cursor stands. */
export function PlaceholderPicker({ use, onChosen }: PickerProps) {
  // On a phone the letter comes first.
  const isPhone = useIsPhone();
  return (
    <details open={!isPhone} className="placeholders">
      <summary>插入占位符</summary>
      {(Object.keys(PLACEHOLDER_GROUPS) as PlaceholderGroup[]).map((group) => (
        <div key={group}>
          <h3>{PLACEHOLDER_GROUPS[group]}</h3>
          <ul className="plain">
            {names
              .filter((name) => PLACEHOLDERS[name].group === group && canBeFilled(name, use))
              .map((name) => (
                <li key={name}>
                  <Offer text={`{{${name}}}`} label={PLACEHOLDERS[name].label} onChosen={onChosen} />
                  {!isAlwaysFilled(name, use) && <span className="quiet">可能没有，请写在条件中</span>}
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div>
        <h3>条件与格式</h3>
        <ul className="plain">
          {FORMS.map(([text, label]) => (
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
      <code>{text.trim()}</code> {label}
    </Button>
  );
}
