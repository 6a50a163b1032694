import { useEffect, useRef } from 'react';
import { classes } from '../classes.ts';
import { Guides } from './guides.tsx';
import type { CropStageProps } from './stage-props.ts';
import styles from './stage.module.css';

interface Point {
  x: number;
  y: number;
}
const apart = ([a, b]: Point[]) => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);

/** The picture behind the frame: dragged, pinched, or brought nearer by the wheel. */
export function CropStage({ src, picture, width, height, className, label, onMove, onZoom }: CropStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, Point>());
  const zoom = useRef(onZoom);
  zoom.current = onZoom;
  // React listens to wheels passively, and then the page scrolls along.
  useEffect(() => {
    const element = stage.current;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      zoom.current(event.deltaY < 0 ? 1.08 : 1 / 1.08);
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, []);
  return (
    <div
      ref={stage}
      role="img"
      aria-label={label}
      className={classes(styles.stage, className)}
      style={{ width, height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      }}
      onPointerMove={(event) => {
        const before = fingers.current.get(event.pointerId);
        if (!before) return;
        const distance = apart([...fingers.current.values()]);
        const now = { x: event.clientX, y: event.clientY };
        fingers.current.set(event.pointerId, now);
        const count = fingers.current.size;
        onMove({ dx: (now.x - before.x) / count, dy: (now.y - before.y) / count });
        if (count === 2 && distance > 0) onZoom(apart([...fingers.current.values()]) / distance);
      }}
      onPointerUp={(event) => fingers.current.delete(event.pointerId)}
      onPointerCancel={(event) => fingers.current.delete(event.pointerId)}
    >
      <img src={src} alt="" draggable={false} style={picture} />
      <Guides />
    </div>
  );
}
