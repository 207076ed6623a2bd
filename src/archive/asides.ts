/** Names of what stands beside an output and is none itself. */

/**
 * Laid aside for new output, as somebody has changed it, or it has gone out; and the new output with what somebody had
 * changed in the old one.
 */
const ASIDES = ['手改稿', '原件', '并入手改'] as const;
export type Aside = (typeof ASIDES)[number];

/** 04….docx → 04…（手改稿）.docx, then （手改稿2）. */
export const asideOf =
  (path: string, as: Aside) =>
  (n: number): string =>
    path.replace(/(?=\.\w+$)/, `（${as}${n === 1 ? '' : n}）`);

/** Whether a file of this name stands beside the output as that. */
export function isAsideOf(path: string, as: Aside, name: string): boolean {
  const n = /(\d*)）\.\w+$/.exec(name)?.[1];
  return n !== undefined && asideOf(path, as)(Number(n || 1)) === name;
}

const LAID_ASIDE = new RegExp(`（(?:${ASIDES.join('|')})\\d*）(?=\\.\\w+$)`);
export const isAside = (path: string): boolean => LAID_ASIDE.test(path);

/** What it stands beside. */
export const besideAside = (path: string): string => path.replace(LAID_ASIDE, '');
