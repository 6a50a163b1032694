import type { PhotoProps } from './photo-props.ts';

/** A picture of a person. */
export const Photo = ({ src, label, className }: PhotoProps) => <img src={src} alt={label} className={className} />;
