/** diaodu collect <期> <文件或文件夹…> */
import { parseDate } from '../../base/chinese/date.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { collectingAlready, fileNotFound, nothingToCollect } from '../../base/messages/sent-files.ts';
import type { Received } from '../../flows/collect/versions.ts';
import { claim } from '../claim.ts';
import { clock } from '../clock.ts';
import { collectedLines } from '../collected.ts';
import { complain, notable } from '../conclude.ts';
import { EXIT } from '../exit-codes.ts';
import { namedFiles } from '../sources.ts';
import { parseWhen, usageError, whenError } from '../usage.ts';
import { cachedEffects } from '../workshop.ts';

interface Options {
  received?: string;
  unit?: string;
  again?: boolean;
  out?: string;
  workspace: string;
  verbose?: boolean;
  json?: boolean;
}

/** Remarks that are worth a line each time. */
const TOLD: readonly string[] = ['sameAgain', 'changedSince', 'requestTaken'];

export async function run(written: string, names: string[], options: Options): Promise<number> {
  const when = parseWhen(written);
  if (!when) return usageError(whenError(written));
  const received = receivedAt(options.received);
  if (!received) return usageError(`看不懂收到日期“${options.received}”，请写作 2023-01-08。`);
  const named = await namedFiles(names);
  if (options.unit !== undefined && named.files.length > 1)
    return usageError('用 --unit 指明单位时，一次只能收一份填报表。');
  if (options.again && named.files.length > 1)
    return usageError('用 --again 恢复以前的版本时，一次只能收一份填报表。');
  if (options.unit !== undefined && when.month)
    return usageError('--unit 只用于单位的季度填报表；月报表须在表内写明填报单位。');
  const say = options.json ? () => {} : (line: string) => console.log(line);
  const effects = cachedEffects(options.workspace, say);
  const request = {
    sources: named.files,
    received,
    again: options.again ?? false,
    out: options.out ?? `output/${(when.quarter ?? when.month).id}`,
  };
  const { collectMonth, collectQuarter } = await import('../../flows/collect/period-collect.ts');
  const unit = options.unit === undefined ? {} : { unit: options.unit };
  const release = await claim(options.workspace, 'collect');
  if (!release) return refused(collectingAlready(), options);
  const result = await (when.month
    ? collectMonth({ when: when.month, ...request }, effects)
    : collectQuarter({ period: when.quarter, ...request, ...unit }, effects)
  ).finally(release);
  const diagnostics = [
    ...result.diagnostics,
    ...named.missing.map(fileNotFound),
    ...named.empty.map(nothingToCollect),
  ];
  const { returns, cities } = result;
  const all = [...returns, ...cities];
  const failed = hasErrors([...diagnostics, ...all.flatMap((r) => r.diagnostics)]);
  if (options.json) console.log(JSON.stringify({ ok: !failed, returns, cities, diagnostics }, null, 2));
  else {
    const wanted = (d: Diagnostic): boolean =>
      options.verbose === true || d.severity !== 'info' || TOLD.includes(d.code);
    complain(notable(diagnostics));
    for (const one of all) complain(one.diagnostics.filter(wanted));
    for (const line of collectedLines(returns, cities, result.place)) say(line);
  }
  return failed ? EXIT.data : EXIT.fine;
}

function refused(why: Diagnostic, { json }: Options): number {
  if (json) console.log(JSON.stringify({ ok: false, returns: [], cities: [], diagnostics: [why] }, null, 2));
  else complain([why]);
  return EXIT.data;
}

/** “2023-01-08 15:30”, “2023-01-08”, or now by the machine's clock. */
function receivedAt(written: string | undefined): Received | undefined {
  if (written === undefined) return clock();
  const found = /^(.*?)(?:[\sT]+((?:[01]?\d|2[0-3]):[0-5]\d))?$/.exec(written.trim());
  const date = parseDate(found?.[1] ?? '');
  return date === undefined
    ? undefined
    : { date, given: true, ...(found?.[2] ? { time: found[2].padStart(5, '0') } : {}) };
}
