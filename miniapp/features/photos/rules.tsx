import { classes } from '../../ui/classes.ts';
import { Box } from '../../ui/elements.tsx';
import styles from './rules.module.css';

const GOOD = [
  ['good1', '蓝底'],
  ['good2', '白底'],
  ['good3', '红底'],
] as const;
const BAD = [
  ['licence', '证件翻拍'],
  ['framed', '带有边框'],
  ['stamped', '盖有钢印'],
  ['blurred', '模糊不清'],
  ['casual', '风景、生活照'],
  ['side', '侧面、遮挡'],
] as const;

/** 照片要求: three good ones and six bad ones, drawn. */
export function PhotoRules() {
  return (
    <>
      <Box as="p">近一年内的正面免冠彩色照片，着正装，背景为单一颜色，五官清楚，不加修饰。</Box>
      <Box className={styles.examples}>
        {GOOD.map(([key, words]) => (
          <Example key={key} drawing={key} mark="✓" tone={styles.good} words={words} />
        ))}
        {BAD.map(([key, words]) => (
          <Example key={key} drawing={key} mark="✗" tone={styles.bad} words={words} />
        ))}
      </Box>
    </>
  );
}

function Example({
  drawing,
  mark,
  tone,
  words,
}: {
  drawing: (typeof GOOD | typeof BAD)[number][0];
  mark: '✓' | '✗';
  tone: string | undefined;
  words: string;
}) {
  return (
    <Box className={styles.example}>
      <Box decorative className={classes(styles.drawing, styles[drawing])} />
      <Box>
        <Box as="span" className={classes(styles.mark, tone)}>
          {mark === '✓' ? '✓ 可以 ' : '✗ 不可以 '}
        </Box>
      </Box>
      <Box>{words}</Box>
    </Box>
  );
}
