import { useState } from 'react';
import { RATINGS, type Rating } from '../../../bff/contract/ratings/enums.ts';
import type { OwnRating } from '../../../bff/contract/ratings/replies.ts';
import type { GiveRating } from '../../../bff/contract/ratings/schemas.ts';
import { MAX_RATING_WORDS } from '../../../bff/contract/ratings/limits.ts';
import { faultText } from '../../api/api-error.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { TextAreaField } from '../../ui/fields/text-field.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './rating.module.css';

const CHOICES = (Object.keys(RATINGS) as Rating[]).map((value) => ({ value, label: RATINGS[value] }));

/** 评价: asked once, changeable for some days; nothing where nobody is asked. `title` asks. */
export function RatingSheet({
  title,
  rating,
  onRate,
}: {
  title: string;
  rating: OwnRating;
  onRate: (said: GiveRating) => Promise<unknown>;
}) {
  const [isChanging, setChanging] = useState(false);
  if (!rating.canRate && !rating.given) return null;
  if (rating.given && !isChanging) {
    return <Given said={rating.given} until={rating} onChange={() => setChanging(true)} />;
  }
  return <Ask title={title} before={rating} onRate={onRate} onDone={() => setChanging(false)} />;
}

function Given({
  said: { rating, words, at },
  until,
  onChange,
}: {
  said: NonNullable<OwnRating['given']>;
  until: OwnRating;
  onChange: () => void;
}) {
  return (
    <Sheet
      title="您的评价"
      beside={
        until.canRate ? (
          <Button kind="text" onTap={onChange}>
            修改评价
          </Button>
        ) : null
      }
    >
      <Facts
        rows={[
          ['评价', RATINGS[rating]],
          ...(words ? [['意见', words] satisfies [string, string]] : []),
          ['评价时间', shownTime(at)],
        ]}
      />
    </Sheet>
  );
}

function Ask({
  title,
  before,
  onRate,
  onDone,
}: {
  title: string;
  before: OwnRating;
  onRate: (said: GiveRating) => Promise<unknown>;
  onDone: () => void;
}) {
  const [rating, setRating] = useState<Rating | ''>(before.given?.rating ?? '');
  const [words, setWords] = useState(before.given?.words ?? '');
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (rating === '') return setFault('请选择满意程度');
    setBusy(true);
    setFault('');
    try {
      await onRate({ rating, words });
      showToast('已收到您的评价');
      onDone();
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title={title}>
      <Field
        id="rating"
        label="满意程度"
        group
        {...(before.until ? { hint: `${shownTime(before.until)} 前可以评价，也可以修改` } : {})}
      >
        {() => (
          <Segmented
            id="rating"
            label="满意程度"
            value={rating}
            options={CHOICES}
            onChange={(next) => setRating(next as Rating)}
          />
        )}
      </Field>
      <TextAreaField
        id="rating-words"
        label="意见（选填）"
        rows={3}
        value={words}
        onChange={setWords}
        max={MAX_RATING_WORDS}
      />
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <Box className={styles.act}>
        <Button kind="secondary" onTap={() => void send()} busyLabel={isBusy && '正在提交…'}>
          提交评价
        </Button>
      </Box>
    </Sheet>
  );
}
