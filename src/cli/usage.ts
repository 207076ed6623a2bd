/** Mistakes on the command line. */
import { EXIT } from './exit-codes.ts';

export function usageError(message: string): number {
  console.error(`错误　${message}`);
  return EXIT.usage;
}

export const periodError = (written: string): string =>
  `看不懂“${written}”是哪一期，请写作 2022Q3 或 2022年三季度。`;

export const splitList = (text: string): string[] =>
  text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
