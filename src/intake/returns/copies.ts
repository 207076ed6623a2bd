/** Copies that file managers make in the folder of returns: they are nobody's next version. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { copyNotRead } from '../../base/messages/collect.ts';

/** 省卫健委.v1 - 副本.xlsx, 省卫健委.v1 - 副本 (2).xlsx, 副本省卫健委.xlsx, 省卫健委 - Copy.xlsx, 复件 省卫健委.xls */
const COPY =
  /^(?:(?:副本|复件)\s*(?:[(（]\d+[)）])?\s*|copy of )?(.*?)(?:\s*[-_]?\s*(?:的?副本|复件|copy)\s*(?:[(（]?\d+[)）]?)?)?(\.\w+)$/i;

/** Names without the copies, and what there is to say of these; a copy stands beside what it was made of. */
export function withoutCopies(
  folder: string,
  names: readonly string[],
  registered: Iterable<string>,
): { names: string[]; told: Diagnostic[] } {
  const present = new Set([...names, ...registered]);
  const copyOf = (name: string): string | undefined => {
    const [, stem = '', extension = ''] = COPY.exec(name) ?? [];
    const original = `${stem}${extension}`;
    return original !== name && present.has(original) ? original : undefined;
  };
  return {
    names: names.filter((name) => copyOf(name) === undefined),
    told: names.flatMap((name) => {
      const original = copyOf(name);
      return original === undefined ? [] : [copyNotRead(`${folder}/${name}`, original)];
    }),
  };
}
