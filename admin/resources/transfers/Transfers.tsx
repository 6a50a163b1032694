import { Segmented } from 'antd';
import { importEndpoints } from '../../../bff/contract/imports/endpoints.ts';
import { useMay } from '../../providers/permission.ts';
import { Page } from '../../ui/Page.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { ExportRuns } from './ExportRuns.tsx';
import { ImportRuns } from './ImportRuns.tsx';

const SIDES = [
  { value: 'exports', label: '导出' },
  { value: 'imports', label: '导入' },
];

/** 导入与导出记录: what was taken out, and for those who keep the registry what was brought in. */
export function Transfers() {
  const address = useAddressFilters(['side'], ['side']);
  const maySeeImports = useMay()(importEndpoints.listImportRuns);
  const side = maySeeImports && address.values.side === 'imports' ? 'imports' : 'exports';
  return (
    <Page title="导入与导出记录" name="导入与导出记录">
      {maySeeImports && (
        <Segmented
          className="wrapping"
          aria-label="记录"
          options={SIDES}
          value={side}
          onChange={(next) => address.apply({ side: next === 'imports' ? next : undefined })}
        />
      )}
      {side === 'imports' ? <ImportRuns paging={address.paging} /> : <ExportRuns paging={address.paging} />}
    </Page>
  );
}
