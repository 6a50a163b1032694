import { Image, View } from '@tarojs/components';
import type { BaseEventOrig, ITouchEvent } from '@tarojs/components';
import { useRef } from 'react';
import { classes } from '../classes.ts';
import { Guides } from './guides.tsx';
import type { CropStageProps } from './stage-props.ts';
import styles from './stage.module.css';

interface Point {
  x: number;
  y: number;
}
const apart = ([a, b]: Point[]) => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);
const middle = (points: Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
const pointsOf = (event: BaseEventOrig): Point[] =>
  [...(event as unknown as ITouchEvent).touches]
    .slice(0, 2)
    .map(({ clientX, clientY }) => ({ x: clientX, y: clientY }));

/** The picture behind the frame: dragged with one finger, brought nearer with two. */
export function CropStage({ src, picture, width, height, className, label, onMove, onZoom }: CropStageProps) {
  const last = useRef<Point[]>([]);
  const keep = (event: BaseEventOrig) => {
    last.current = pointsOf(event);
  };
  return (
    <View
      ariaRole="img"
      ariaLabel={label}
      className={classes(styles.stage, className)}
      style={{ width: `${width}px`, height: `${height}px` }}
      // The page would scroll along.
      catchMove
      onTouchStart={keep}
      onTouchEnd={keep}
      onTouchMove={(event: BaseEventOrig) => {
        const [before, now] = [last.current, pointsOf(event)];
        keep(event);
        if (now.length === 0 || before.length !== now.length) return;
        const [from, to] = [middle(before), middle(now)];
        onMove({ dx: to.x - from.x, dy: to.y - from.y });
        if (now.length === 2 && apart(before) > 0) onZoom(apart(now) / apart(before));
      }}
    >
      <Image src={src} mode="scaleToFill" style={picture} />
      <Guides />
    </View>
  );
}
