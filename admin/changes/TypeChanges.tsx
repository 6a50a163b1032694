import { Failure } from '../ui/Failure.tsx';
import { Alone } from './Changes.tsx';
import { Change } from './Change.tsx';
import { useChanges } from './use-changes.ts';

/** What waits for a second administrator about certificate types: of one type with what is over, of all without. */
export function TypeChanges({ typeId }: { typeId?: number }) {
  const { data, isError, error, refetch } = useChanges();
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const changes = (data?.items ?? []).filter((change) =>
    typeId === undefined ? change.typeId !== null && change.state === 'waiting' : change.typeId === typeId,
  );
  if (changes.length === 0) return null;
  return (
    <section className="sheet padded" aria-labelledby="type-changes">
      <h2 id="type-changes">须两人确认的变更</h2>
      <p className="quiet">证明据以制作的正文、新启用的类型和放宽的核查，由一位管理员申请，另一位管理员同意后生效。</p>
      {data?.administrators === 1 && <Alone />}
      <ul className="changes">
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </section>
  );
}
