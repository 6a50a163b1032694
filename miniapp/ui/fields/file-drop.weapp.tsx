import { Box } from '../elements.tsx';
import type { FileDropProps } from './file-drop-props.ts';

/** Nothing can be dropped in the mini-program; the button inside chooses from a chat. */
export function FileDrop({ className, children }: FileDropProps) {
  return <Box className={className}>{children}</Box>;
}
