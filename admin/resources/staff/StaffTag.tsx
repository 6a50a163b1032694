import type { StaffRow } from '../../../bff/contract/staff/endpoints.ts';
import { StateTag } from '../../ui/StateTag.tsx';

/** How an account stands: 已停用, 未启用 (nobody has signed in with the temporary password), or 正常. */
export function StaffTag({ staff }: { staff: StaffRow }) {
  if (staff.isClosed) return <StateTag tone="still" label="已停用" />;
  if (staff.isTemporary) return <StateTag tone="busy" label="待设密码" />;
  return <StateTag tone="good" label="正常" />;
}
