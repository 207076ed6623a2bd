/** Whether there is what a book of a year is made of. What is not there is told by its cause, before hundreds of places ask for it. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { groupBy } from '../../base/group.ts';
import * as messages from '../../base/messages/book.ts';
import type { TemplateFolder } from '../../model/document/template.ts';
import type { Inputs } from '../../model/inputs.ts';
import { isYear, owesReturn, type Subject } from '../../model/ledger/ledger.ts';
import type { Month, Period, Year } from '../../model/period.ts';
import { otherRegion } from './book-region.ts';

/** "city-va@2022", "city-va@2022-12-31", "city-va@本年" */
const ASKED = /"([\w-]+)@(\d{4}|本年)/g;
/** {{项目.完成投资}}, {{#each 项目.类}} */
const ASKS_PROJECTS = /\{\{[^}]*?(?<![\p{L}\p{N}_.])项目\./u;
const ASKS_FOR_CITIES = /name=(?:year-ranking|one-city)/;
const FOR_EACH_CITY = '地区';

interface Known {
  inputs: Inputs;
  /** undefined where it could not be made; why was told. */
  subject: Subject | undefined;
  draft: boolean;
  /** What is wrong with what was read. */
  told: readonly Diagnostic[];
}

/** In the order in which an office mends them: returns, projects, cities, statistics, templates. Nothing for quarters and months. */
export function bookGaps(
  folders: readonly TemplateFolder[],
  period: Period | Month | Year,
  known: Known,
): Diagnostic[] {
  if ('quarter' in period || 'month' in period) return [];
  return [
    ...returnGaps(period, known),
    ...regionalGaps(folders, period, known),
    ...folders.flatMap((folder) => statisticGaps(folder, period, known)),
    ...folders.flatMap((folder) => typedYears(folder, period)),
    ...(known.subject && isYear(known.subject) ? otherRegion(folders, known.subject) : []),
  ];
}

function returnGaps({ year }: Year, { inputs, subject, draft, told }: Known): Diagnostic[] {
  const last = `${year}Q4`;
  if (!inputs.submissions.some((submission) => submission.period === last)) {
    // They came, and what is wrong with them was told.
    if (told.some((d) => d.severity === 'error' && d.at?.file?.includes(`/submissions/${last}/`))) return [];
    return [inDraft(messages.bookWithoutReturns(year), draft)];
  }
  if (!subject || !isYear(subject)) return [];
  const silent = subject.quarter.returns.filter((one) => owesReturn(one) && one.receivedAt === null);
  return silent.length > 0
    ? [
        messages.bookUnitsSilent(
          year,
          silent.map(({ unit }) => unit.name),
        ),
      ]
    : [];
}

function regionalGaps(folders: readonly TemplateFolder[], period: Year, known: Known): Diagnostic[] {
  const { year } = period;
  const { inputs } = known;
  const using = (pattern: RegExp): string[] =>
    folders.flatMap(({ files }) => [...files].flatMap(([name, text]) => (pattern.test(text) ? [name] : [])));
  const projects = using(ASKS_PROJECTS);
  const cities = citiesAskedFor(folders);
  const guarded = using(/\{\{#if 项目\}\}/).length > 0;
  const noProjects = !inputs.projects?.projects.length;
  const noCities = !inputs.cities?.cities.length;
  return [
    ...(projects.length > 0 && !guarded && noProjects ? [messages.bookWithoutProjects(year, projects)] : []),
    ...(projects.length > 0 && !noProjects ? monthGaps(period, known) : []),
    ...(cities.length > 0 && noCities ? [messages.bookWithoutCities(year, cities)] : []),
    ...(cities.length > 0 && !noCities ? cityGaps(period, known) : []),
  ];
}

/** Files that print places; those that do only where there are some, or for each of them, ask for none. */
const citiesAskedFor = (folders: readonly TemplateFolder[]): string[] =>
  folders.flatMap(({ settings, files }) =>
    [...files].flatMap(([name, text]) => {
      const guarded =
        text.includes('{{#if 地市}}') ||
        settings.parts.some(({ file, each }) => file === name && each === FOR_EACH_CITY);
      return ASKS_FOR_CITIES.test(text) && !guarded ? [name] : [];
    }),
  );

/** Investment up to the last month that was reported is none up to the year's end; nothing reported is no zero. */
function monthGaps({ year }: Year, { inputs, draft }: Known): Diagnostic[] {
  const reported = inputs.projects?.returns.some(({ month }) => month === `${year}-12`);
  return reported ? [] : [inDraft(messages.bookWithoutMonth(year), draft)];
}

function cityGaps({ year }: Year, { inputs, draft }: Known): Diagnostic[] {
  const { cities = [], returns = [] } = inputs.cities ?? {};
  const there = new Set(returns.flatMap(({ city, period }) => (period === `${year}Q4` ? [city] : [])));
  if (there.size === 0) return [inDraft(messages.bookWithoutCityReturns(year), draft)];
  const silent = cities.map(({ name }) => name).filter((name) => !there.has(name));
  return silent.length > 0 ? [messages.bookCitiesSilent(year, silent)] : [];
}

/** A draft may go out before the year's data are in, and needs no advice to make one. */
const inDraft = (d: Diagnostic, draft: boolean): Diagnostic =>
  draft ? { ...d, severity: 'warning', hints: d.hints.filter((hint) => !hint.includes('--draft')) } : d;

/** Templates name the years of their statistics: a year on, the book would say last year's numbers under a new title. */
function statisticGaps({ path, files }: TemplateFolder, { year }: Year, { subject }: Known): Diagnostic[] {
  const asked = [...files.values()].flatMap((text) =>
    [...text.matchAll(ASKED)].map(([, series = '', from]) => ({
      series,
      year: from === '本年' ? year : Number(from),
    })),
  );
  if (asked.length === 0) return [];
  const newest = Math.max(...asked.map((one) => one.year));
  if (newest !== year) return [messages.bookOfOtherYear({ file: path }, newest, year)];
  if (!subject || !isYear(subject)) return [];
  const there = new Set(
    subject.statistics.values.filter(({ period }) => period.year === year).map(({ series }) => series.id),
  );
  const wanted = new Set(asked.filter((one) => one.year === year).map(({ series }) => series));
  const missing = [...wanted].filter((series) => !there.has(series));
  // Single ones are told where they are asked for.
  return missing.length * 2 > wanted.size ? [messages.bookWithoutStatistics(year, missing)] : [];
}

/** 2022年, 2018—2022年; not those of a title or a number of a document, which stay. */
const TYPED = /20\d\d(?=年|[-—～]20\d\d)/g;
const TITLES = /《[^》]*》|〔\d{4}〕|\{\{[^}]*\}\}/g;

/** Told when all of them are of years gone by: the templates of the year itself name it. */
function typedYears({ path, files }: TemplateFolder, { year }: Year): Diagnostic[] {
  const typed = [...files]
    .filter(([name]) => name.endsWith('.md'))
    .flatMap(([name, text]) =>
      text.split('\n').flatMap((line, i) => {
        const inText = line.replace(TITLES, '').match(TYPED) ?? [];
        const asked = [...line.matchAll(ASKED)].flatMap(([, , from]) =>
          from === '本年' ? [] : (from ?? []),
        );
        const years = [...inText, ...asked].map(Number);
        return years.length > 0 ? [{ file: `${path}/${name}`, line: i + 1, newest: Math.max(...years) }] : [];
      }),
    );
  const newest = Math.max(0, ...typed.map((one) => one.newest));
  return newest > 0 && newest < year ? [messages.bookYearsTyped(newest, year, typed)] : [];
}

/** A number that is not registered is asked for in many places: told once, with how many more there are. */
export function eachOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const same = (d: Diagnostic): string => (d.code === 'statisticAbsent' ? d.message : JSON.stringify(d));
  return [...groupBy(diagnostics, same).values()].flatMap(([first, ...others]) =>
    first && others.length > 0 && first.code === 'statisticAbsent'
      ? [{ ...first, hints: [...first.hints, messages.askedElsewhere(others.length)] }]
      : (first ?? []),
  );
}
