import type { KeepPicture } from '../signatures.ts';

export const keepPicture: KeepPicture = async (jpeg) => `data:image/jpeg;base64,${jpeg}`;
