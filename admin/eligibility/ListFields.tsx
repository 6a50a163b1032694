import { Button, Input } from 'antd';
import { useState } from 'react';
import { eligibleCountEndpoints } from '../../bff/contract/eligible-count/endpoints.ts';
import { call } from '../providers/call.ts';
import { sentenceOf } from '../providers/failure.ts';

/** Lawyers who are invited by name: their licence numbers are pasted, a line each. */
export function ListFields({ value, onChange }: { value: number[]; onChange(lawyerIds: number[]): void }) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const find = async () => {
    setIsAsking(true);
    try {
      // Blank lines keep their place: missing ones are called by their number.
      const lines = text.trimEnd().split('\n');
      const { lawyerIds, missingLines } = await call(eligibleCountEndpoints.findListed, { body: { lines } });
      setSaid(missingInWords(missingLines, lawyerIds.length));
      onChange(lawyerIds);
    } catch (error) {
      setSaid(sentenceOf(error as Error));
    } finally {
      setIsAsking(false);
    }
  };
  return (
    <div className="condition-wide stack">
      <Input.TextArea
        aria-label="执业证号，每行一个"
        rows={4}
        placeholder={'每行一个执业证号，可从表格中整列复制'}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p>
        <Button size="small" disabled={text.trim() === ''} loading={isAsking} onClick={() => void find()}>
          {value.length > 0 ? '核对并替换名单' : '核对并采用名单'}
        </Button>{' '}
        <span role="status">{said || (value.length > 0 ? `名单中有${value.length}人` : '尚未采用名单')}</span>
      </p>
    </div>
  );
}

/** 第3、8行未找到，共2人，其余118人可用 */
function missingInWords(missing: readonly number[], found: number): string {
  if (missing.length === 0) return `名单中有${found}人，全部找到`;
  const named = missing.slice(0, MAX_NAMED).join('、');
  return `第${named}${missing.length > MAX_NAMED ? '等' : ''}行未找到，共${missing.length}人，其余${found}人可用`;
}
const MAX_NAMED = 20;
