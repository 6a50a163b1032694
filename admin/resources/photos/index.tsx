import { IdcardOutlined } from '@ant-design/icons';
import { photoEndpoints } from '../../../bff/contract/photos/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 证件照片: those that wait to be verified by a person, and what the office sets for them. */
export const photos: Resource = {
  pages: [
    page('photos', photoEndpoints.listPhotos, async () => (await import('./List.tsx')).PhotoList),
    page('photo', photoEndpoints.showPhoto, async () => (await import('./Show.tsx')).PhotoShow),
    page(
      'photoSettings',
      photoEndpoints.showPhotoSettings,
      async () => (await import('./Settings.tsx')).PhotoSettingsEdit,
    ),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('photos', { state: 'pending' }),
      label: '证件照片',
      icon: <IdcardOutlined />,
      endpoint: photoEndpoints.listPhotos,
      waiting: ['photos'],
    },
  ],
};
