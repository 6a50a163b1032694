import { useQuery } from '@tanstack/react-query';
import { activityEndpoints as activities } from '../../../bff/contract/activities/endpoints.ts';
import type { ActivityPage } from '../../../bff/contract/activities/replies.ts';
import { call } from '../../api/client.ts';
import { encodeBase64 } from '../../api/encode-base64.ts';
import { keepPicture } from '../../platform/documents/keep-picture.ts';
import { Photo } from '../../ui/crop/photo.tsx';
import styles from './activities.module.css';

/** The poster of an activity. It shows nothing while it is loading or cannot be had: the text below says all that it says. */
export function Poster({ id, title, poster }: Pick<ActivityPage, 'id' | 'title'> & { poster: { id: string } }) {
  const { data } = useQuery({
    queryKey: ['activity-poster', poster.id],
    queryFn: async () =>
      keepPicture(
        encodeBase64(await call(activities.showActivityPoster, { params: { id: String(id), file: poster.id } })),
      ),
    staleTime: Infinity,
    retry: false,
  });
  return data ? <Photo src={data} label={`${title}的海报`} className={styles.poster} /> : null;
}
