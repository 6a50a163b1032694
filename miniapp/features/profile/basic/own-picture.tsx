import { useQuery } from '@tanstack/react-query';
import { photoEndpoints } from '../../../../bff/contract/photos/endpoints.ts';
import { call } from '../../../api/client.ts';
import { encodeBase64 } from '../../../api/encode-base64.ts';
import { keepPicture } from '../../../platform/documents/keep-picture.ts';
import { Photo } from '../../../ui/crop/photo.tsx';
import { Skeleton } from '../../../ui/sheets/blank.tsx';
import styles from '../profile.module.css';

/** The photo itself. */
export function OwnPicture({ id }: { id: number }) {
  const { data } = useQuery({
    queryKey: ['photo-picture', id],
    queryFn: async () =>
      keepPicture(encodeBase64(await call(photoEndpoints.showOwnPicture, { params: { id: String(id) } }))),
    staleTime: Infinity,
    gcTime: 0,
  });
  return data ? <Photo src={data} label="证件照片" className={styles.photo} /> : <Skeleton lines={4} />;
}
