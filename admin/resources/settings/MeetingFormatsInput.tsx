import { Button, Input } from 'antd';
import { LINE_FIELD_LABELS, LINE_FIELDS } from '../../../bff/contract/meeting-formats/enums.ts';
import type { MeetingFormat } from '../../../bff/contract/meeting-formats/schemas.ts';
import { formatInWords } from '../../../bff/contract/meeting-formats/words.ts';
import { MAX_MEETING_FORMATS } from '../../../bff/contract/settings/limits.ts';
import { WordsInput } from './WordsInput.tsx';

/** As they stand, in words. */
export const formatsInWords = (value: unknown): string =>
  (value as MeetingFormat[]).map(formatInWords).join('；') || '未设';

interface MeetingFormatsInputProps {
  id?: string;
  value?: MeetingFormat[];
  onChange?(formats: MeetingFormat[]): void;
}

/** 会议名单格式, one below the other: what a meeting service calls the columns of its list. */
export function MeetingFormatsInput({ id, value = [], onChange }: MeetingFormatsInputProps) {
  const put = (at: number, part: Partial<MeetingFormat>) =>
    onChange?.(value.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <div id={id} className="batch">
      {value.map((format, at) => (
        <fieldset key={at} className="requirement">
          <legend className="quiet">第{at + 1}种</legend>
          <label>
            <span>会议软件</span>
            <Input
              aria-label={`第${at + 1}种会议软件`}
              value={format.service}
              onChange={({ target }) => put(at, { service: target.value })}
            />
          </label>
          {LINE_FIELDS.map((field) => (
            <div key={field}>
              <span>
                {LINE_FIELD_LABELS[field]} {field === 'phone' && <small className="quiet">没有的不填</small>}
              </span>
              <WordsInput
                label={`第${at + 1}种${LINE_FIELD_LABELS[field]}`}
                value={format[field]}
                onChange={(words) => put(at, { [field]: words })}
              />
            </div>
          ))}
          <Button
            type="link"
            danger
            className="requirement-end"
            onClick={() => onChange?.(value.filter((_, place) => place !== at))}
          >
            删除第{at + 1}种
          </Button>
        </fieldset>
      ))}
      {value.length < MAX_MEETING_FORMATS && (
        <Button onClick={() => onChange?.([...value, { service: '', name: [], phone: [], joined: [], left: [] }])}>
          添加会议名单格式
        </Button>
      )}
    </div>
  );
}
