/** What the disk refuses: on Windows, most often a file that is open in Word. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { outputsHeld } from '../base/messages/outputs.ts';
import { diskRefused } from '../base/messages/pipeline.ts';
import { OUTPUTS_HELD } from './claim.ts';

const REFUSED: Readonly<Record<string, string>> = {
  EBUSY: '文件正被其他程序打开',
  EPERM: '文件正被其他程序打开，或者没有写入权限',
  EACCES: '文件正被其他程序打开，或者没有写入权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘空间不足',
  EDQUOT: '磁盘空间不足',
  EEXIST: '同名的位置上是文件，不是文件夹',
  EISDIR: '同名的位置上是文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  ENAMETOOLONG: '文件名或路径太长',
  EIO: '磁盘或网络出错',
  UNKNOWN: '磁盘或网络出错',
};

/** undefined for what is not the disk's doing. */
export function diskTrouble(error: unknown): Diagnostic | undefined {
  const { code, dest, path } = error as NodeJS.ErrnoException & { dest?: string };
  if (code === OUTPUTS_HELD) return outputsHeld();
  const why = code === undefined ? undefined : REFUSED[code];
  return why === undefined ? undefined : diskRefused(dest ?? path ?? '文件', why);
}
