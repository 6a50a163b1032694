import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { photoEndpoints } from '../../../bff/contract/photos/endpoints.ts';
import type { DecidePhoto, ListPhotos } from '../../../bff/contract/photos/schemas.ts';
import { addressOf, call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const usePhotoList = (paging: Paging, filter: ListPhotos) =>
  useList({
    paging,
    key: ['photos', 'list', filter],
    load: (at, signal) => call(photoEndpoints.listPhotos, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });

export const usePhoto = (id: string) =>
  useQuery({
    queryKey: ['photos', 'one', id],
    queryFn: ({ signal }) => call(photoEndpoints.showPhoto, { params: { id } }, signal),
  });

/** Accepts a photo or refuses it; whatever comes of it, the lawyer's page is asked for again as well. */
export function useDecidePhoto(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: DecidePhoto) =>
      call(photoEndpoints.decidePhoto, { params: { id: String(id) }, body: decision }),
    onSettled: () => client.invalidateQueries(),
  });
}

/** Where a picture of a photo lies. */
export const pictureAt = (id: number) => addressOf(photoEndpoints.showPhotoPicture, { params: { id: String(id) } });
export const thumbnailAt = (id: number) => addressOf(photoEndpoints.showPhotoThumbnail, { params: { id: String(id) } });
