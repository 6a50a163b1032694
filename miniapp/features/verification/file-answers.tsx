import type { VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { Box } from '../../ui/elements.tsx';
import { answerOf, type Answer } from './answer.ts';
import { AnswerCard, AnswerSheet } from './answer-sheet.tsx';
import type { FileTry } from './check-file.ts';

type Known = Extract<VerificationReply, { certificate: unknown }>;

/** What came of the files that were offered last: one in full, several a line each. `opened`: what the page is about. */
export function FileAnswers({ tries, opened }: { tries: FileTry[]; opened?: Known | undefined }) {
  const [only] = tries;
  if (!only) return <AnswerCard id="answer" answer={NOTHING} />;
  if (tries.length === 1 && only.state === 'answered')
    return <AnswerSheet reply={onPage(only.reply, opened)} asked="file" name={only.name} />;
  return (
    <Box id="answer">
      {tries.map((one, index) => (
        <AnswerCard key={index} answer={lineOf(one, opened)} name={one.name} isLine={tries.length > 1} />
      ))}
    </Box>
  );
}

/** On the page of one certificate a file that is none of ours is not the one that the page is about. */
const onPage = (reply: VerificationReply, opened: Known | undefined): VerificationReply =>
  reply.answer === 'unknown' && opened ? { ...opened, answer: 'altered' } : reply;

function lineOf(one: FileTry, opened: Known | undefined): Answer {
  if (one.state === 'answered') return answerOf(onPage(one.reply, opened), 'file');
  if (one.state === 'asking') return ASKING;
  return { ...UNANSWERED, meaning: one.why };
}

export const ASKING: Answer = {
  shape: 'clock',
  zh: '正在核验…',
  en: 'Checking…',
  standing: null,
  meaning: { zh: '请稍候。', en: 'One moment, please.' },
};
/** A try that came to nothing: the answer before it must not stand in its place. */
export const UNANSWERED: Answer = {
  shape: 'bang',
  zh: '这一次没有结果',
  en: 'No result this time',
  standing: null,
  meaning: { zh: '请按提示重试。', en: 'Please try again as told below.' },
};
const NOTHING: Answer = {
  ...UNANSWERED,
  meaning: { zh: '没有收到文件。请选择 PDF 文件后再核验。', en: 'There was no file. Choose the PDF and try again.' },
};
