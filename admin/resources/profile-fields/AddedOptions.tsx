import { Button, Input } from 'antd';
import { MAX_ADDED_OPTIONS, MAX_OPTION } from '../../../bff/contract/profile-fields/enums.ts';
import type { AddedOption } from '../../../bff/contract/forms/language.ts';
import type { ProfileField } from '../../../bff/contract/profile/language.ts';

type Added = Record<string, AddedOption>;

interface AddedOptionsProps {
  field: ProfileField;
  added: Readonly<Record<string, AddedOption>>;
  onChange(added: Added): void;
}

/** Choices beside those of the table: added, renamed, offered no more; never taken away, as somebody may have chosen one. */
export function AddedOptions({ field: { label: name }, added, onChange }: AddedOptionsProps) {
  const put = (code: string, part: Partial<AddedOption>) =>
    onChange({ ...added, [code]: { label: '', isOffered: true, ...added[code], ...part } });
  const count = Object.keys(added).length;
  return (
    <div className="batch">
      {Object.entries(added).map(([code, { label, isOffered }]) => (
        <div key={code} className="row">
          <Input
            aria-label={`${name}增加的选项`}
            maxLength={MAX_OPTION}
            value={label}
            onChange={({ target }) => put(code, { label: target.value })}
            style={{ width: 240 }}
          />
          <Button size="small" onClick={() => put(code, { isOffered: !isOffered })}>
            {isOffered ? '停用' : '恢复'}
          </Button>
          {!isOffered && <span className="quiet">已停用，已选的仍可查看和打印</span>}
        </div>
      ))}
      {count < MAX_ADDED_OPTIONS && (
        <div>
          <Button size="small" onClick={() => put(`own${count + 1}`, {})}>
            增加“{name}”的选项
          </Button>
        </div>
      )}
    </div>
  );
}
