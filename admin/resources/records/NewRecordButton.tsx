import { Button } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { recordEndpoints } from '../../../bff/contract/records/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import { cameFrom } from '../../ui/came-from.ts';

/** Enters a record from a list of all members; afterwards the list is there again as it was. */
export function NewRecordButton({ slug, label }: { slug: string; label: string }) {
  const navigate = useNavigate();
  const location = useLocation();
  if (!useMay()(recordEndpoints.createAssessment)) return null;
  return (
    <Button
      type="primary"
      onClick={() => void navigate(pageUrl('recordNew', { kind: slug }), { state: cameFrom(location) })}
    >
      {label}
    </Button>
  );
}
