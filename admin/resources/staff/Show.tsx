import { useQueryClient } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { staffNumber } from '../../../bff/contract/accounts/enums.ts';
import { staffEndpoints, type StaffRow, type StaffSaved } from '../../../bff/contract/staff/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { NotFound } from '../../shell/Dead.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { Changes } from '../../changes/Changes.tsx';
import { CHANGES_KEY, WAITS } from '../../changes/use-changes.ts';
import { Access } from './Access.tsx';
import { staffFields, type StaffValues } from './staff-form.tsx';
import { StaffTag } from './StaffTag.tsx';
import { STAFF_KEY, useStaff } from './use-staff.ts';

/** One staff account: name and roles, and whether and how it gets in. */
export function StaffShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useStaff();
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" />;
  const staff = data.find((one) => String(one.id) === id);
  return staff ? <Account key={staff.id} staff={staff} /> : <NotFound />;
}

function Account({ staff }: { staff: StaffRow }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [saves, setSaves] = useState(0);
  // The version of what the form shows: it stays the same when the list is asked again while somebody types.
  const [version, setVersion] = useState(staff.version);
  const { name, email, roles } = staff;
  return (
    <Page
      title={
        <>
          {name} <StaffTag staff={staff} />
        </>
      }
      name={name}
      back={{ to: pageUrl('staff'), label: '工作人员' }}
    >
      <section className="sheet padded">
        <p className="quiet">
          账号 <span className="figures">{staff.login}</span>　工号{' '}
          <span className="figures">{staffNumber(staff.id)}</span>（会员在“谁看过我的信息”中看到的是工号）
        </p>
        <ServerForm<StaffValues, StaffSaved>
          // After saving it shows what holds now: what waits for a second person does not.
          key={saves}
          initial={{ name, email, roles }}
          fields={staffFields}
          submitLabel="保存"
          onSubmit={(body) =>
            call(staffEndpoints.updateStaff, { params: { id: String(staff.id) }, body: { ...body, version } })
          }
          onSaved={({ waiting, ...saved }) => {
            client.setQueryData<StaffRow[]>(STAFF_KEY, (rows) =>
              rows?.map((row) => (row.id === saved.id ? saved : row)),
            );
            setSaves(saves + 1);
            setVersion(saved.version);
            void message.success(waiting ? `增加的角色${WAITS}，其余已保存` : '已保存');
            void client.invalidateQueries({ queryKey: CHANGES_KEY });
            void client.invalidateQueries({ queryKey: STAFF_KEY });
          }}
        />
      </section>
      <Access staff={staff} />
      <Changes />
    </Page>
  );
}
