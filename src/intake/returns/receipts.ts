/**
 * The register of what was collected: data/<year>/submissions/<period>/receipts.yaml. Originals lie beside it, byte for
 * byte as they came, as <unit>.v<version><extension>; a later version supersedes, nothing is overwritten.
 */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { originalChanged, originalMissing, registerTurned } from '../../base/messages/collect.ts';
import { isoDate } from '../../model/iso-date.ts';
import { checkSchema } from '../located/schema.ts';
import { keptYaml } from '../located/yaml-file.ts';

export const RECEIPTS = 'receipts.yaml';

const receiptSchema = z.strictObject({
  unit: z.string(),
  version: z.number().int().positive(),
  /** Name in the period's folder. */
  file: z.string(),
  receivedAt: isoDate,
  /** 15:30, where known. */
  time: z.string().optional(),
  /** What the file was called when it came. */
  original: z.string(),
  sha256: z.string(),
  /** Problems found when it came; one with errors is kept all the same. */
  errors: z.number().int(),
  warnings: z.number().int(),
});
export type Receipt = z.infer<typeof receiptSchema>;

const HEAD = `# 报送登记簿：由 diaodu collect 登记，原件原样保存；同一单位后收的替代先收的。
`;

/** In the order of receipt, which their dates have to agree with; none where there is no register. */
export async function readReceipts(effects: Effects, folder: string): Promise<Outcome<Receipt[]>> {
  const file = `${folder}/${RECEIPTS}`;
  const bytes = await effects.read(file);
  if (!bytes) return { value: [], diagnostics: [] };
  const yaml = await keptYaml(file, bytes, effects);
  if (!yaml.value) return { value: undefined, diagnostics: yaml.diagnostics };
  const { value, diagnostics } = checkSchema(z.array(receiptSchema), yaml.value);
  const wrong = (value ?? []).flatMap((receipt, i) => {
    const before = value?.slice(0, i).findLast(({ unit }) => unit === receipt.unit);
    const at = yaml.value?.at([i, 'receivedAt']) ?? { file };
    return before && receipt.receivedAt < before.receivedAt ? [registerTurned(at, receipt, before)] : [];
  });
  return { value, diagnostics: [...diagnostics, ...wrong] };
}

/** A registered original; undefined, and told, where it is gone. One that was altered is told. */
export async function readOriginal(
  folder: string,
  { file, sha256 }: Receipt,
  effects: Effects,
  told: Diagnostic[],
): Promise<Uint8Array | undefined> {
  const path = `${folder}/${file}`;
  const bytes = await effects.read(path);
  if (!bytes) told.push(originalMissing(path));
  else if (digestOf(bytes) !== sha256) told.push(originalChanged(path));
  return bytes;
}

/** Replaces the register of the folder as a whole. */
export async function writeReceipts(
  effects: Effects,
  folder: string,
  receipts: readonly Receipt[],
): Promise<void> {
  const text = `${HEAD}${stringify(receipts, { lineWidth: 0 })}`;
  await effects.write(`${folder}/${RECEIPTS}`, new TextEncoder().encode(text));
}
