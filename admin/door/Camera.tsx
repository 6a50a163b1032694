import { useEffect, useRef, useState } from 'react';
import { makeDetector } from './scanner.ts';

/** A code that stays before the camera is read once; taken away for so long, it is read anew. */
const GONE_MS = 3_000;
const LOOK_EVERY_MS = 120;

/** Shows the camera and reads one code after the other, for as long as it is on the page. */
export function Camera({ onRead }: { onRead(read: string): void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [fault, setFault] = useState('');
  const handler = useRef(onRead);
  handler.current = onRead;
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | undefined;
    const seen = { read: '', at: 0 };
    const run = async () => {
      const detector = await makeDetector();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const picture = video.current;
      if (isOver || !picture) return stream.getTracks().forEach((track) => track.stop());
      picture.srcObject = stream;
      await picture.play();
      while (!isOver) {
        const [code] = picture.readyState >= 2 ? await detector.detect(picture).catch(() => []) : [];
        const now = Date.now();
        if (code) {
          const isNew = code.rawValue !== seen.read || now - seen.at > GONE_MS;
          Object.assign(seen, { read: code.rawValue, at: now });
          if (isNew) handler.current(code.rawValue);
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    };
    void run().catch(() => setFault('无法使用摄像头，请在浏览器设置中允许，或用扫码枪、手工签到'));
    return () => {
      isOver = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  if (fault) return <p className="fault">{fault}</p>;
  return <video ref={video} className="camera" playsInline muted aria-label="摄像头画面" />;
}
