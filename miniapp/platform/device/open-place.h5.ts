import type { OpenPlace } from '../signatures.ts';
import { openAddress } from './open-address.ts';

/** Tencent's map, which asks for no key; of the same coordinates as WeChat's. */
export const openPlace: OpenPlace = ({ latitude, longitude, name, address }) => {
  // Semicolons and colons part the marker's own fields.
  const plain = (words: string) => words.replace(/[;:；：]/g, ' ');
  const marker = `coord:${latitude},${longitude};title:${plain(name)};addr:${plain(address || name)}`;
  return openAddress(`https://apis.map.qq.com/uri/v1/marker?marker=${encodeURIComponent(marker)}&referer=lvzheng`);
};
