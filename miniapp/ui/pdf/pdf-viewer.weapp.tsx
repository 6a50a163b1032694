import { Image } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { openDocument } from '../../platform/documents/documents.ts';
import { keepPicture } from '../../platform/documents/keep-picture.ts';
import { Failure, Skeleton } from '../sheets/blank.tsx';
import { Button } from '../button.tsx';
import { Box, Tap } from '../elements.tsx';
import type { PdfViewerProps } from './pdf-viewer-props.ts';
import styles from './pdf-viewer.module.css';

/** Shows a PDF as pictures that the server draws; WeChat's own document viewer has the file itself, to keep or forward. */
export function PdfViewer({ bytes, title, drawPage }: PdfViewerProps) {
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  const [attempt, setAttempt] = useState(0);
  const [picture, setPicture] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const [openFault, setOpenFault] = useState('');

  useEffect(() => setPage(1), [drawPage]);
  useEffect(() => {
    let isLeft = false;
    setPicture('');
    setFault(null);
    drawPage(page)
      .then(async (drawn) => {
        if (isLeft) return;
        setPages(drawn.pages);
        const path = await keepPicture(drawn.jpeg);
        if (!isLeft) setPicture(path);
      })
      .catch((reason: unknown) => !isLeft && setFault(reason ?? new Error()));
    return () => {
      isLeft = true;
    };
  }, [drawPage, page, attempt]);

  const open = () => {
    setOpenFault('');
    openDocument(bytes, title).catch(() => setOpenFault('文件打不开，请稍后重试'));
  };
  return (
    <Box className={styles.card}>
      {picture ? (
        <Tap label={`${title}，第${page}页，点按放大`} onTap={() => void Taro.previewImage({ urls: [picture] })}>
          <Image className={styles.picture} src={picture} mode="widthFix" />
        </Tap>
      ) : fault ? (
        <Failure
          fault={fault}
          safe="页面没有显示出来，可以直接打开文件。"
          onRetry={() => setAttempt((count) => count + 1)}
        />
      ) : (
        <Box className={styles.waiting}>
          <Skeleton lines={10} />
        </Box>
      )}
      {pages > 1 ? (
        <Box className={styles.turn}>
          <Button kind="text" disabled={page === 1} onTap={() => setPage(page - 1)}>
            上一页
          </Button>
          <Box className={styles.count}>
            第 {page} 页，共 {pages} 页
          </Box>
          <Button kind="text" disabled={page === pages} onTap={() => setPage(page + 1)}>
            下一页
          </Button>
        </Box>
      ) : null}
      <Button kind="secondary" onTap={open}>
        打开文件
      </Button>
      {openFault ? <Box className={styles.fault}>{openFault}</Box> : null}
    </Box>
  );
}
