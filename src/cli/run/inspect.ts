/** diaodu inspect <层> <期> — for maintainers: what flows between two stages, as JSON. */
import { hasErrors } from '../../base/diagnostic.ts';
import { complain } from '../conclude.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { STAGES } from '../stages.ts';
import { buildWhenError, parseBuildWhen, splitList, usageError } from '../usage.ts';

const withMaps = (_: string, value: unknown): unknown =>
  value instanceof Map ? Object.fromEntries(value) : value;

export async function run(
  stage: string,
  written: string,
  options: { only?: string; workspace: string },
): Promise<number> {
  const period = parseBuildWhen(written);
  if (!period) return usageError(buildWhenError(written));
  const known = STAGES.find((name) => name === stage);
  if (!known) return usageError(`没有“${stage}”这一层，可用：${STAGES.join('、')}。`);
  const { compose } = await import('../../pipeline.ts');
  const composed = await compose(
    { period, only: splitList(options.only ?? '') },
    realEffects(options.workspace, () => {}),
  );
  const { inputs, subject: ledger, pack, diagnostics } = composed;
  const result = { inputs, ledger, documents: pack?.documents.map(({ document }) => document) };
  complain(diagnostics);
  console.log(JSON.stringify(result[known] ?? null, withMaps, 2));
  return hasErrors(diagnostics) ? EXIT.data : EXIT.fine;
}
