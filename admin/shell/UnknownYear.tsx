import { Alert } from 'antd';
import { Link } from 'react-router';
import { toShanghaiDate } from '../../bff/contract/dates.ts';
import { pageUrl } from '../addresses.ts';
import { lateYear } from './late-year.ts';
import { useWaiting } from './use-waiting.ts';

/** The red bar for whoever can mend it: nobody has entered the coming year's holidays by December, or the running year's. */
export function UnknownYear() {
  const { holidays = 0 } = useWaiting();
  const year = lateYear(holidays, toShanghaiDate(Date.now()));
  if (year === null) return null;
  return (
    <Alert
      type="error"
      banner
      role="alert"
      title={
        <>
          尚未录入 {year} 年的节假日，该年的办理时限只能按“预计”显示。请
          <Link to={pageUrl('officeHours')}>录入放假通知</Link>
        </>
      }
    />
  );
}
