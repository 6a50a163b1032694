import { CalendarOutlined } from '@ant-design/icons';
import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState, type CSSProperties } from 'react';

export interface TypedDateProps {
  id?: string;
  'aria-label'?: string;
  style?: CSSProperties;
  /** As `read` gives it. */
  value?: string | null;
  onChange?(value: string): void;
}

interface Way {
  /** What is typed as it is kept; null for what is none. */
  read(typed: string): string | null;
  /** What is kept as it is shown. */
  show(value: string): string;
  /** dayjs' pattern of what is kept. */
  pattern: string;
  placeholder: string;
  fault: string;
  hasTime: boolean;
}

/**
 * A day, or a day and time, that is typed or chosen. What was typed stays, whatever it is, and goes to the server as it is
 * where it is no date, to be refused there as well.
 */
export function TypedDate({ id, value, onChange, style, way, ...rest }: TypedDateProps & { way: Way }) {
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [isTyping, setIsTyping] = useState(false);
  const kept = value ?? '';
  const isDate = kept !== '' && way.read(kept) === kept;
  const change = (text: string) => {
    setTyped(text);
    onChange?.(way.read(text) ?? text);
  };
  const isWrong = kept !== '' && !isDate && !isTyping;
  return (
    <span className="typed-date" style={style}>
      <Input
        {...rest}
        {...(id && { id })}
        // As it was typed while it says so; what another row had here before is not.
        value={isTyping && (way.read(typed) ?? typed) === kept ? typed : isDate ? way.show(kept) : kept}
        placeholder={way.placeholder}
        autoComplete="off"
        {...(isWrong && { status: 'error' as const, 'aria-invalid': true })}
        suffix={<CalendarOutlined aria-hidden />}
        onClick={() => setIsOpen(true)}
        onChange={({ target }) => {
          setIsTyping(true);
          change(target.value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') setIsTyping(false);
          if (key === 'Escape' || key === 'Enter' || key === 'Tab') setIsOpen(false);
          if (key === 'ArrowDown') setIsOpen(true);
        }}
        onBlur={() => {
          setIsTyping(false);
          setIsOpen(false);
        }}
      />
      <span className="typed-date-panel" aria-hidden>
        {/* Opened and closed with the field: by itself it would take a click there for one beside it. */}
        <DatePicker
          tabIndex={-1}
          inputReadOnly
          open={isOpen}
          value={isDate ? dayjs(kept) : null}
          {...(way.hasTime && {
            showTime: { format: 'HH:mm', minuteStep: 5, defaultOpenValue: dayjs('09:00', 'HH:mm') },
          })}
          // A click in it leaves the field in hand: without it, it would be closed before anything is chosen.
          panelRender={(panel) => <div onMouseDown={(event) => event.preventDefault()}>{panel}</div>}
          onChange={(next) => {
            setIsTyping(false);
            setIsOpen(false);
            change(next ? next.format(way.pattern) : '');
          }}
        />
      </span>
      {isWrong && (
        <span role="alert" className="fault typed-date-fault">
          {way.fault}
        </span>
      )}
    </span>
  );
}
