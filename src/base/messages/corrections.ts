/** Messages on 退回稿 that are open in Excel when something is to become of them. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

const AGAIN = '关闭它，再把这份报表收一次。';

export const correctionOpen = (file: string, path: string): Diagnostic =>
  diagnostic(
    'correctionOpen',
    'error',
    `报表已入库，但退回稿没有生成：${path} 不能改写，多半是正在 Excel 或 WPS 中打开着。`,
    { file },
    AGAIN,
  );

export const answeredOpen = (file: string, path: string): Diagnostic =>
  diagnostic(
    'answeredOpen',
    'warning',
    `错处已改好，报表已入库，但原来的退回稿 ${path} 正在 Excel 或 WPS 中打开着，没有移入“已改回”。`,
    { file },
    AGAIN,
  );
