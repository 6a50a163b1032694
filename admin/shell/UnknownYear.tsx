import { Alert } from 'antd';
import { Link } from 'react-router';
import { shanghaiYear, toShanghaiDate } from '../../bff/contract/dates.ts';
import { pageUrl } from '../addresses.ts';
import { useWaiting } from './use-waiting.ts';

/** The red bar of December for whoever can mend it: nobody has entered the coming year's holidays. */
export function UnknownYear() {
  const { holidays = 0 } = useWaiting();
  const now = Date.now();
  if (holidays === 0 || toShanghaiDate(now).slice(5, 7) !== '12') return null;
  return (
    <Alert
      type="error"
      banner
      role="alert"
      title={
        <>
          尚未录入 {shanghaiYear(now) + 1} 年的节假日，明年的办理时限只能按“预计”显示。请
          <Link to={pageUrl('officeHours')}>录入放假通知</Link>
        </>
      }
    />
  );
}
