/** `diaodu new 2023`: the workspace a year on. Settings are carried over, results become baselines, nothing is overwritten. */
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import * as messages from '../../base/messages/new-year.ts';
import { writeTexts } from '../../base/write-files.ts';
import { meetingDraft } from '../../intake/meeting-draft.ts';
import { bearable, faultyReturns } from '../../intake/returns/return-problems.ts';
import { baselinesText, ROLLED_FILES, rolledFile } from '../../intake/returns/roll-forward.ts';
import { readWorkspace } from '../../intake/workspace.ts';
import { yearsThere } from '../../intake/years.ts';
import { buildLedger } from '../../ledger/build-ledger.ts';
import type { Inputs } from '../../model/inputs.ts';
import type { Ledger, TargetRecord } from '../../model/ledger/ledger.ts';
import { parsePeriod } from '../../model/period.ts';
import type { Baselines } from '../../model/plan/baseline.ts';

export interface NewYear {
  written: string[];
  diagnostics: Diagnostic[];
}

/** @param year the new year; the one before must be readable */
export async function newYear(year: number, effects: Effects): Promise<NewYear> {
  const last = year - 1;
  const inputs = await readWorkspace(effects, last);
  if (inputs.diagnostics.some(({ code }) => code === 'noWorkspace'))
    return { written: [], diagnostics: inputs.diagnostics };
  // What a unit wrote wrongly loses its own number, not a year's settings.
  const told = inputs.diagnostics.map(bearable);
  if (!inputs.value || hasErrors(told))
    return { written: [], diagnostics: refusal(inputs.diagnostics, year, await yearsThere(effects)) };
  const unread = told.filter(
    (d, i) =>
      d.severity !== inputs.diagnostics[i]?.severity &&
      d.at?.file.startsWith(`data/${last}/submissions/${last}Q4/`),
  );

  const ledger = buildLedger(inputs.value, { id: `${last}Q4`, year: last, quarter: 4 }).value;
  const files = new Map<string, string>();
  for (const name of ROLLED_FILES) {
    const bytes = await effects.read(`data/${last}/${name}`);
    if (bytes) files.set(`data/${year}/${name}`, rolledFile(name, new TextDecoder().decode(bytes)));
  }
  const meeting = firstMeeting(inputs.value, year);
  if (meeting) files.set(meeting.path, meeting.text);
  const baselines = ledger ? results(ledger) : [];
  const baselinesFile = `data/${year}/baselines.yaml`;
  files.set(baselinesFile, baselinesText(baselines, last));

  const existing: string[] = [];
  for (const path of files.keys()) if (await effects.read(path)) existing.push(path);
  // In a year that was begun before all results were in, they alone are still wanted.
  const begun =
    !existing.includes(baselinesFile) && NEEDED.every((name) => existing.includes(`data/${year}/${name}`));
  if (existing.length > 0 && !begun)
    return { written: [], diagnostics: [messages.yearExists(year, existing)] };
  const wanted = begun ? [...files].filter(([path]) => path === baselinesFile) : [...files];
  await writeTexts(
    effects,
    wanted.map(([path, text]) => ({ path, text })),
  );
  const written = wanted.map(([path]) => path);
  const made = (name: string): boolean => written.includes(`data/${year}/${name}`);
  return {
    written,
    diagnostics: [
      ...(unread.length > 0 ? [...unread, messages.resultsLeftOut(year)] : []),
      ...(baselines.length > 0 ? [] : [messages.noResults(last)]),
      ...(made('cities/indicators.yaml') ? [messages.cityTargetsEmptied(year)] : []),
      ...(made('projects/rules.yaml') ? [messages.projectsNotRolled(year)] : []),
      ...(meeting && written.includes(meeting.path) ? [messages.meetingDrafted(meeting.path)] : []),
      ...(made('white-paper.yaml') ? [messages.whitePaperRolled(year)] : []),
    ],
  };
}

/** What stops it, and no more: how numbers of last year were read is old news. */
function refusal(told: readonly Diagnostic[], year: number, known: readonly string[]): Diagnostic[] {
  const last = year - 1;
  const errors = told.filter(({ severity }) => severity === 'error');
  if (!errors.some(({ code }) => code === 'yearMissing'))
    return [...errors, messages.lastYearUnreadable(last, faultyReturns(errors).length > 0)];
  return [known.includes(String(year)) ? messages.nothingBefore(year) : messages.nothingToRoll(last, known)];
}

/** What no year does without: where they are, the year has been begun. */
const NEEDED = ['units.yaml', 'ladders.yaml', 'rules.yaml', 'periods.yaml'];

/** A draft for the first quarter of the new year; the later ones follow from the meeting before them. */
function firstMeeting({ periods, meetings }: Inputs, year: number): { path: string; text: string } | null {
  const first = parsePeriod(periods[0]?.id.replace(/^\d{4}/, String(year)) ?? '');
  if (!first) return null;
  const latest = [...meetings].sort(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1];
  return { path: `data/${year}/meetings/${first.id}.yaml`, text: meetingDraft(first, latest) };
}

/** What was reached by the year's end, wherever a value was reported; values in doubt and of earlier quarters are left out. */
function results(ledger: Ledger): Baselines {
  const records: TargetRecord[] = [
    ...ledger.goals.flatMap((goal) => (goal.target ? [goal.target] : [])),
    ...ledger.tasks.flatMap((task) => task.targets),
  ];
  return records.flatMap(({ target, value, status, carried }) => {
    if (!value || carried || status === 'toVerify' || target.operator === 'yesNo') return [];
    const { provenance } = value;
    const submitted = provenance.kind === 'submission' ? provenance : undefined;
    return [
      {
        name: target.name,
        value: value.value,
        unit: value.unit,
        asOf: ledger.setting.asOf,
        source:
          submitted?.source ??
          `${submitted?.unit ?? target.responsible.unit}${ledger.period.year}年四季度报送`,
        demo: submitted?.demo ?? ledger.demo,
        responsible: target.responsible.unit,
        from: target.id,
      },
    ];
  });
}
