import { Skeleton } from 'antd';
import { HOURS_SETS, type HoursSet } from '../../../bff/contract/office-hours/enums.ts';
import { hoursWords } from '../../../bff/contract/office-hours/periods.ts';
import type { OfficeCalendar } from '../../../bff/contract/office-hours/endpoints.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { Days } from './Days.tsx';
import { Hours } from './Hours.tsx';
import { NextYear } from './NextYear.tsx';
import { useOfficeCalendar } from './use-office-calendar.ts';

/** 办公时间: one calendar for every clock. */
export function OfficeHoursShow() {
  const { data, isError, error, refetch } = useOfficeCalendar();
  return (
    <Page title="办公时间" name="办公时间">
      {!data && isError && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active className="sheet padded" />}
      {data && (
        <>
          <section className="sheet padded" aria-labelledby="hours">
            <h2 id="hours">工作日的时段</h2>
            {data.can.change ? <Hours calendar={data} /> : <Read calendar={data} />}
          </section>
          {data.can.change && (
            <section className="sheet padded" aria-labelledby="next-year">
              <h2 id="next-year">录入放假通知</h2>
              <NextYear nextYear={data.nextYear} />
            </section>
          )}
          <section className="sheet padded" aria-labelledby="days">
            <h2 id="days">放假与调休</h2>
            <div className="stack">
              <p className="quiet">
                {data.knownThrough === null ? '尚无已知的年份' : `已知至 ${data.knownThrough} 年底`}
                ；“本会安排”先于国务院的放假安排
              </p>
              <Days calendar={data} />
            </div>
          </section>
        </>
      )}
    </Page>
  );
}

function Read({ calendar: { hours } }: { calendar: OfficeCalendar }) {
  const sets = Object.keys(HOURS_SETS) as HoursSet[];
  return <FactList facts={sets.map((set) => [HOURS_SETS[set], hoursWords(hours[set] ?? hours.service)])} />;
}
