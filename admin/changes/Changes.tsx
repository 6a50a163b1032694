import { Alert } from 'antd';
import { CHANGE_HOURS, TWO_PERSON_LABELS } from '../../bff/contract/two-person/enums.ts';
import { Failure } from '../ui/Failure.tsx';
import { Change } from './Change.tsx';
import { useChanges } from './use-changes.ts';

/** 须两人确认的变更: who asks for what, from what to what, for the second person. */
export function Changes() {
  const { data, isError, error, refetch } = useChanges();
  const changes = data?.items.filter(({ typeId }) => typeId === null) ?? [];
  return (
    <section className="sheet padded" aria-labelledby="changes">
      <h2 id="changes">须两人确认的变更</h2>
      <p className="quiet">
        提高退款复核限额，给予{TWO_PERSON_LABELS}
        角色，开通、启用这些角色的账号或重置其密码、二次验证，放宽这些角色的二次验证要求，由一位管理员申请、另一位管理员确认；会员账号退回开通前，由会员管理、客服人员或一位管理员申请、另一位管理员确认，开通码由申请人以外的工作人员发放；工单要求更正姓名、名称、证件号码、电话的，由会员管理人员或一位管理员提请、另一位管理员确认。申请在{' '}
        {CHANGE_HOURS}{' '}
        小时内有效。申请人和账号本人不能确认。降低限额、取消角色、停用账号立即生效。证明正文的发布、证明类型的启用在“证明类型”中确认。
      </p>
      {data?.administrators === 1 && <Alone />}
      {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {changes.length === 0 && data && <p>没有待确认的变更</p>}
      <ul className="changes">
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </section>
  );
}

/** Without a second administrator nobody can agree. */
export function Alone() {
  return (
    <Alert
      type="warning"
      showIcon
      className="changes-alone"
      title="目前只有一位管理员，管理员申请的变更没有人可以确认"
      description={
        <>
          请服务器的运维人员在服务器上运行以下命令，再开通一位管理员：
          <code className="command">node scripts/operate.mjs create-staff --login 账号 --name 姓名</code>
        </>
      }
    />
  );
}
