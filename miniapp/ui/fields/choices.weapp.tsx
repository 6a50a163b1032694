import { Box } from '../elements.tsx';
import type { ChoicesProps } from './choices-props.ts';

export function Choices(props: ChoicesProps) {
  return <Box role="radiogroup" {...props} />;
}
