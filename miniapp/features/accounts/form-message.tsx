import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** What is wrong with a form as a whole; nothing while nothing is. */
export function FormMessage({ text }: { text: string }) {
  if (!text) return null;
  return (
    <Box role="alert">
      <Notice tone="bad">{text}</Notice>
    </Box>
  );
}
