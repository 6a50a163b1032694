import { documentOf, testMarkOf, type Answer, type KnownDocument } from '../../../bff/contract/verification/answers.ts';
import { tokenOfScan } from '../../../bff/contract/verification/links.ts';
import { pageUrl } from '../../addresses.ts';
import { goTo } from '../../platform/page/navigate.ts';
import type { Marks } from '../../platform/signatures.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import styles from './file-answers.module.css';
import { AnswerCard } from './answer-sheet.tsx';
import type { FileTry } from './check-file.ts';
import { fileAnswerOf, type FileOutcome } from './file-answer.ts';
import { alteredFrom, DocumentContent, isAuthentic, numberOf } from './known-document.tsx';

interface FileAnswersProps {
  tries: FileTry[];
  /** What the page is about. */
  opened?: KnownDocument | undefined;
  /** Takes number and code that were read in a file to the form, where a person looks at them; absent: there is none. */
  onMarks?: (marks: Marks) => void;
}

/** What came of the files that were offered last: one in full, several a line each. */
export function FileAnswers({ tries, opened, onMarks }: FileAnswersProps) {
  if (tries.length === 0) return <AnswerCard id="answer" answer={NOTHING} />;
  const isAlone = tries.length === 1;
  return (
    <>
      <Box id="answer">
        {isAlone ? null : (
          <Box as="h1" className={styles.title}>
            {tries.length}个文件的核验结果 Results of {tries.length} files
          </Box>
        )}
        {tries.map((one, index) => {
          const outcome = one.state === 'answered' ? onPage(one, opened) : null;
          const known = outcome && isAuthentic(outcome.reply) ? documentOf(outcome.reply) : undefined;
          return (
            <AnswerCard
              key={index}
              answer={
                outcome
                  ? fileAnswerOf(outcome, { opened: opened && numberOf(opened), isAlone })
                  : one.state === 'failed'
                    ? { ...UNANSWERED, meaning: one.why }
                    : ASKING
              }
              name={one.name}
              isLine={!isAlone}
              testMark={testMarkOf(known)}
            >
              {outcome ? <NextStep outcome={outcome} {...(onMarks && { onMarks })} /> : null}
            </AnswerCard>
          );
        })}
      </Box>
      {isAlone && tries[0]?.state === 'answered' ? <DocumentContent reply={onPage(tries[0], opened).reply} /> : null}
    </>
  );
}

/** On the page of one certificate a file that is none of ours is not the one that the page is about. */
function onPage({ reply, finding }: FileOutcome, opened: KnownDocument | undefined): FileOutcome {
  return { finding, reply: reply.answer === 'unknown' && opened ? alteredFrom(opened) : reply };
}

/** From a scan a person goes on by what is printed in it: nothing that was read is sent before that. */
function NextStep({ outcome, onMarks }: { outcome: FileOutcome; onMarks?: (marks: Marks) => void }) {
  const { finding, reply } = outcome;
  if ((finding?.kind !== 'unsigned' && finding?.kind !== 'picture') || isAuthentic(reply)) return null;
  const { marks } = finding;
  const token = marks.link === null ? null : tokenOfScan(marks.link);
  return (
    <>
      {marks.link !== null && (token === null || !isOurs(marks.link)) ? (
        <Box as="p">
          二维码不是本协会的核验网址（{marks.link.slice(0, 80)}），请不要打开。{' '}
          <Box as="span" lang="en">
            The QR code does not lead to our verification page. Do not open it.
          </Box>
        </Box>
      ) : null}
      {token !== null && marks.link !== null && isOurs(marks.link) ? (
        <Button kind="secondary" className={styles.next} onTap={() => goTo(pageUrl('verify', { token }))}>
          打开二维码所指的核验页 Open its page
        </Button>
      ) : null}
      {onMarks && (marks.number !== null || marks.code !== null) ? (
        <Button kind="secondary" className={styles.next} onTap={() => onMarks(marks)}>
          填入读到的编号和核验码 Use its number and code
        </Button>
      ) : null}
    </>
  );
}

/** The QR codes of our letters lead to the address that this page is at. */
const isOurs = (link: string) => /^https?:\/\/([^/?#]+)/.exec(link)?.[1] === globalThis.location?.host;

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
