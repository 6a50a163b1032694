import { useRef, useState } from 'react';
import type { Size } from '../../../bff/contract/photos/crop.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { ActionBar } from '../../shell/page.tsx';
import { useWide } from '../../platform/page/screen.ts';
import { Button } from '../../ui/button.tsx';
import {
  cropOf,
  frameHeight,
  isLargeEnough,
  moved,
  styleOf,
  tilted,
  turned,
  wholePicture,
  zoomed,
} from '../../ui/crop/framing.ts';
import { CropStage } from '../../ui/crop/stage.tsx';
import { Box } from '../../ui/elements.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { cropPhoto } from './use-photo.ts';
import styles from './photos.module.css';

export interface Chosen extends Size {
  upload: string;
  preview: string;
}

/** Frame on the screen, px: on the narrowest telephone the tools stay in view. */
const WIDTHS = { phone: 216, pc: 264 };
const NEARER = 1.15;

/** What the server says of the picture itself, where it does. */
const reasonOf = (fault: unknown): string =>
  (fault instanceof ApiError ? Object.values(fault.fields)[0] : undefined) ?? faultText(fault);

/** 裁剪: the picture is moved, brought nearer and turned behind a frame; only five numbers are sent. */
export function CropPhoto({
  chosen,
  onDone,
  onOther,
}: {
  chosen: Chosen;
  onDone: () => void;
  /** Another picture. */
  onOther: () => void;
}) {
  const width = useWide() ? WIDTHS.pc : WIDTHS.phone;
  const [framing, setFraming] = useState(() => wholePicture(chosen));
  const [fault, setFault] = useState('');
  const [mayInsist, setMayInsist] = useState(false);
  const [isBusy, setBusy] = useState(false);
  // Fingers are faster than what is drawn: each movement goes on from the one before it.
  const latest = useRef(framing);
  const change = (next: (now: typeof framing) => typeof framing) => {
    setFault('');
    setMayInsist(false);
    latest.current = next(latest.current);
    setFraming(latest.current);
  };
  const send = async (insists: boolean) => {
    setBusy(true);
    setFault('');
    try {
      await cropPhoto({ upload: chosen.upload, crop: cropOf(latest.current), insists });
      onDone();
    } catch (thrown) {
      setFault(reasonOf(thrown));
      setMayInsist(thrown instanceof ApiError && 'photo' in thrown.fields);
    } finally {
      setBusy(false);
    }
  };
  const tools: [string, (now: typeof framing) => typeof framing][] = [
    ['放大', (now) => zoomed(now, NEARER, chosen)],
    ['缩小', (now) => zoomed(now, 1 / NEARER, chosen)],
    ['左倾1°', (now) => tilted(now, -1, chosen)],
    ['右倾1°', (now) => tilted(now, 1, chosen)],
    ['左转90°', (now) => turned(now, -1, chosen)],
    ['右转90°', (now) => turned(now, 1, chosen)],
    ['上移', (now) => moved(now, { dx: 0, dy: -0.04 }, chosen)],
    ['下移', (now) => moved(now, { dx: 0, dy: 0.04 }, chosen)],
    ['左移', (now) => moved(now, { dx: -0.04, dy: 0 }, chosen)],
    ['右移', (now) => moved(now, { dx: 0.04, dy: 0 }, chosen)],
    ['重来', () => wholePicture(chosen)],
  ];
  return (
    <>
      <Sheet title="裁剪照片">
        <CropStage
          src={chosen.preview}
          picture={styleOf(framing, chosen, width)}
          width={width}
          height={frameHeight(width)}
          label="裁剪框中的照片，可用下面的按钮移动、缩放和旋转"
          onMove={({ dx, dy }) => change((now) => moved(now, { dx: dx / width, dy: dy / width }, chosen))}
          onZoom={(factor) => change((now) => zoomed(now, factor, chosen))}
        />
        <Box className={styles.hint}>拖动照片，双指或滚轮缩放，使头部落在虚线内、双眼在横线上</Box>
        <Box className={styles.tools}>
          {tools.map(([words, next]) => (
            <Button key={words} kind="secondary" className={styles.tool} onTap={() => change(next)}>
              {words}
            </Button>
          ))}
        </Box>
      </Sheet>
      {isLargeEnough(framing, chosen) ? null : (
        <Notice tone="bad">照片的像素不足（至少413×626），请选择更大的照片或重新拍摄。</Notice>
      )}
      {fault ? (
        <Notice tone="bad">
          <Box live="assertive">{fault}</Box>
          {mayInsist ? (
            <>
              <Box>照片确实合格的，也可以直接交工作人员核验。</Box>
              <Button kind="text" onTap={() => void send(true)}>
                照片合格，交人工核验
              </Button>
            </>
          ) : null}
        </Notice>
      ) : null}
      <ActionBar>
        <Button kind="secondary" onTap={onOther}>
          换一张
        </Button>
        <Button onTap={() => void send(false)} busyLabel={isBusy && '正在检查…'}>
          下一步
        </Button>
      </ActionBar>
    </>
  );
}
