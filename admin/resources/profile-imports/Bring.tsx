import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Upload } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { profileImportEndpoints } from '../../../bff/contract/profile-imports/endpoints.ts';
import { MAX_PROFILE_BOOK_ROWS, MAX_SOURCE } from '../../../bff/contract/profile-imports/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { upload } from '../../providers/upload.ts';
import { PlainDateInput } from '../../ui/form/PlainDateInput.tsx';

/** Where it was approved, up to which day it holds, and the workbook itself. */
export function Bring() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [source, setSource] = useState('');
  const [asOf, setAsOf] = useState('');
  const [isAgreed, setAgreed] = useState(false);
  const stage = useMutation({
    mutationFn: (file: File) =>
      upload(
        profileImportEndpoints.stageProfileImport,
        { query: { source, asOf, sensitive: isAgreed ? 'yes' : 'no' } },
        file,
      ),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['profile-imports'] });
      void navigate(pageUrl('profileImport', { id }));
    },
  });
  const isReady = source.trim() !== '' && asOf !== '';
  return (
    <section className="sheet padded stack" aria-label="导入">
      <p className="quiet">
        {`导入在其他系统中已审核通过的个人档案，导入后直接生效，不再审核，并通知本人核对。工作簿中每项内容一张工作表，列名见模板，以执业证号对应律师，姓名须与登记一致；一次最多${MAX_PROFILE_BOOK_ROWS / 10_000}万行，在后台检查，确认之前没有任何改动。一位律师有一行有问题，这位律师整个不导入，其余照常；会员正在填写、或本会的信息更新的，跳过并列出。证明材料等文件不在导入范围。`}
      </p>
      <div className="row">
        <label className="above">
          <span className="required">原系统名称</span>
          <Input value={source} maxLength={MAX_SOURCE} onChange={({ target }) => setSource(target.value)} />
        </label>
        <label className="above">
          <span className="required">数据截止日期</span>
          <PlainDateInput aria-label="数据截止日期" value={asOf} onChange={setAsOf} />
        </label>
      </div>
      <Checkbox checked={isAgreed} onChange={({ target }) => setAgreed(target.checked)}>
        本人已在原系统单独同意提供家庭成员、家庭住址、婚姻、健康、紧急联系人等敏感信息（不勾选则这些内容不导入）
      </Checkbox>
      <div className="row">
        <Upload
          accept=".xlsx"
          showUploadList={false}
          disabled={!isReady || stage.isPending}
          beforeUpload={(file) => {
            stage.mutate(file);
            return false;
          }}
        >
          <Button type="primary" icon={<UploadOutlined />} disabled={!isReady} loading={stage.isPending}>
            选择工作簿并检查
          </Button>
        </Upload>
        {!isReady && <span className="quiet">请先填写原系统名称和数据截止日期。</span>}
      </div>
      {stage.error && <Alert type="error" showIcon title={everyFaultOf(stage.error)} />}
    </section>
  );
}
