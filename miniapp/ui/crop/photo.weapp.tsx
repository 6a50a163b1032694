import { Image } from '@tarojs/components';
import type { PhotoProps } from './photo-props.ts';

/** A picture of a person. */
export const Photo = ({ src, label, className = '' }: PhotoProps) => (
  <Image src={src} mode="aspectFit" ariaLabel={label} className={className} />
);
