import { useQuery } from '@tanstack/react-query';
import { photoEndpoints } from '../../../bff/contract/photos/endpoints.ts';
import { call } from '../../api/client.ts';
import { encodeBase64 } from '../../api/encode-base64.ts';
import { Photo } from '../../ui/crop/photo.tsx';
import { Box } from '../../ui/elements.tsx';
import styles from './home.module.css';

/**
 * The member's photo in use, small; the first character of the name where there is none, or it is still on its way. It takes
 * the same room either way: nothing moves once it has come.
 * @param photoId the photo; null: there is none
 */
export function Portrait({ name, photoId }: { name: string; photoId: number | null }) {
  const { data } = useQuery({
    queryKey: ['photo-thumbnail', photoId],
    enabled: photoId !== null,
    // Some kilobytes, which a page of the mini-program is handed at once: no file has to be kept for it.
    queryFn: async () =>
      `data:image/jpeg;base64,${encodeBase64(
        await call(photoEndpoints.showOwnThumbnail, { params: { id: String(photoId) } }),
      )}`,
    staleTime: Infinity,
  });
  return (
    <Box className={styles.portrait}>
      {data ? (
        <Photo src={data} label="本人证件照片" className={styles.photo} />
      ) : (
        <Box decorative className={styles.initial}>
          {[...name][0]}
        </Box>
      )}
    </Box>
  );
}
