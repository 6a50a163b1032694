import { Alert, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { photoEndpoints } from '../../../bff/contract/photos/endpoints.ts';
import { COMPARED_WITH, FACE_RESULTS, PHOTO_FINDINGS, PHOTO_WAYS } from '../../../bff/contract/photos/enums.ts';
import type { PhotoDetail } from '../../../bff/contract/photos/replies.ts';
import { SEXES } from '../../../bff/contract/registry/enums.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { addressOf, call } from '../../providers/call.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { FileLink } from '../../ui/FileLink.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useQueue } from '../../ui/list/use-queue.ts';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { Page } from '../../ui/Page.tsx';
import { Decide, DECIDE_KEYS } from './Decide.tsx';
import { PhotoTag } from './PhotoTag.tsx';
import { pictureAt, usePhoto } from './use-photos.ts';

const QUEUE = pageUrl('photos', { state: 'pending' });

/** One photo beside what it is compared with: the one in use, and what the member sent along. */
export function PhotoShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = usePhoto(id);
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  return <Shown key={id} photo={data} />;
}

function Shown({ photo }: { photo: PhotoDetail }) {
  const { lawyerName, state, findings, isInsistedOn, attachments } = photo;
  const queue = useQueue({
    id: photo.id,
    list: QUEUE,
    load: (filters) => call(photoEndpoints.listPhotos, { query: { ...filters, state: 'pending' } }),
    href: ({ id }) => pageUrl('photo', { id }),
  });
  useHotkeys({ n: () => void queue.toNext() });
  return (
    <Page
      title={
        <>
          {lawyerName}的照片 <PhotoTag state={state} />
        </>
      }
      name={`${lawyerName}的照片`}
      back={{ to: QUEUE, label: '证件照片' }}
      actions={<KeyHint keys={[...(photo.can.decide ? DECIDE_KEYS : []), ['n', '下一张待核验的']]} />}
    >
      {isInsistedOn && (
        <Alert type="warning" showIcon role="note" title="没有通过技术检查，本人认为照片合格，请看清楚后决定" />
      )}
      {findings
        .filter(({ finding }) => isInsistedOn || !PHOTO_FINDINGS[finding].stops)
        .map(({ finding, words }) => (
          <Alert
            key={finding}
            type={PHOTO_FINDINGS[finding].stops ? 'error' : 'warning'}
            showIcon
            role="note"
            title={words}
          />
        ))}
      <div className="correction">
        <section className="sheet padded">
          <h2>照片</h2>
          <Pictures photo={photo} />
          <FactList facts={factsOf(photo)} />
        </section>
        <section className="sheet padded">
          <h2>本人提供的证件页</h2>
          {attachments.length === 0 ? (
            <p className="quiet">没有上传，请对照协会留存的执业证照片页，或请本人到场</p>
          ) : (
            <Proofs photo={photo} />
          )}
        </section>
      </div>
      {photo.can.decide && <Decide photo={photo} onDecided={queue.onDecided} />}
    </Page>
  );
}

function Pictures({ photo: { id, hasPicture, currentId } }: { photo: PhotoDetail }) {
  if (!hasPicture) return <p className="quiet">照片已按保存期限删除</p>;
  return (
    <div className="photo-pair">
      <figure>
        <img src={pictureAt(id)} alt="提交的照片" />
        <figcaption>提交的照片</figcaption>
      </figure>
      {currentId !== null && (
        <figure>
          <img src={pictureAt(currentId)} alt="使用中的照片" />
          <figcaption>使用中的照片</figcaption>
        </figure>
      )}
    </div>
  );
}

function Proofs({ photo: { id, attachments } }: { photo: PhotoDetail }) {
  return (
    <ul className="plain proofs">
      {attachments.map((file) => {
        const address = addressOf(photoEndpoints.showPhotoProof, { params: { id: String(id), file: file.id } });
        return (
          <li key={file.id}>
            <FileLink file={file} address={address}>
              {file.kind !== 'pdf' && <img src={address} alt="" />}
            </FileLink>
          </li>
        );
      })}
    </ul>
  );
}

function factsOf(photo: PhotoDetail): [string, React.ReactNode][] {
  const { figures, checks } = photo;
  return [
    [
      '律师',
      <span key="lawyer">
        <Link to={subjectUrl('lawyer', photo.lawyerId)}>{photo.lawyerName}</Link> <Grouped value={photo.licenceNo} />
      </span>,
    ],
    ['性别', SEXES[photo.sex]],
    ['执业机构', photo.firmName || '—'],
    ['提交时间', formatInstant(photo.at)],
    ['核验方式', photo.way ? PHOTO_WAYS[photo.way] : '—'],
    [
      '人脸比对',
      checks
        .map(({ result, at }) => `${result ? FACE_RESULTS[result] : '没有应答'}（${formatInstant(at)}）`)
        .join('；') || '没有比对过',
    ],
    [
      '测得',
      `清晰度 ${figures.sharpness.toFixed(1)}，亮度 ${figures.luminance.toFixed(0)}，背景起伏 ${figures.corners.toFixed(0)}`,
    ],
    ...(photo.decidedAt ? [['处理', decided(photo)] satisfies [string, string]] : []),
    ...(photo.opinion ? [['意见', photo.opinion] satisfies [string, string]] : []),
  ];
}

const decided = ({ decidedBy, decidedAt, comparedWith }: PhotoDetail): string =>
  `${decidedBy} ${decidedAt ? formatInstant(decidedAt) : ''}${comparedWith ? `，核对了${COMPARED_WITH[comparedWith]}` : ''}`;
