/** A build of one paper and the package that is made of it, for tests of packages. */
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { type ArchiveResult, archivePeriod } from '../../src/flows/archive/archive.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { build } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY, type TestEffects } from './effects.ts';
import { machine } from './machine.ts';

const Q3 = parsePeriod('2022Q3') as Period;
export const OUT = 'output/2022Q3';
export const TO = 'output/2022Q3归档';
export const SETTINGS = 'data/2022/archive.yaml';
export const NUMBER = '演示-2022-D30-0001';
/** Folder of the one item, and the name of its document. */
export const ITEM = `电子档案/2022/会议材料/${NUMBER}`;
export const NAME = '04工作进展情况报告（2022年三季度）';

export const FILLED = `
demo: true
fonds: { number: 演示全宗, name: 演示全宗名称, creator: 演示立档单位 }
class: { section: 演示机构, name: 会议材料 }
defaults: { retention: 30年, secrecy: 内部 }
periods:
  2022Q3:
    items:
      - { documents: ["*"], number: ${NUMBER}, date: 2022-10-12, signed: 演示署名, genre: 报告 }
`;

type Overlay = Record<string, string | Uint8Array | undefined>;

export interface Archived {
  /** Outputs of the build, as it left them. */
  outputs: ReadonlyMap<string, Uint8Array>;
  /** The repository with these outputs, and other files in place of its own. */
  world(overlay?: Overlay): TestEffects;
  filed: ArchiveResult;
  /** What archiving has written. */
  after: TestEffects;
}

export const archive = (effects: TestEffects): Promise<ArchiveResult> =>
  archivePeriod({ period: Q3, out: OUT, to: TO }, effects);

export const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map((d) => d.code);

export async function archivedPaper(): Promise<Archived> {
  const effects = folderEffects(REPOSITORY, { [SETTINGS]: FILLED });
  const built = await build(
    { ...machine(), period: Q3, only: ['progress-report'], formats: ['pdf', 'docx'], out: OUT },
    effects,
  );
  if (built.files.length !== 2) throw new Error('the paper was not built in both formats');
  const outputs = new Map(effects.written);
  const world = (overlay: Overlay = {}): TestEffects =>
    folderEffects(REPOSITORY, { [SETTINGS]: FILLED, ...Object.fromEntries(outputs), ...overlay });
  const after = world();
  return { outputs, world, filed: await archive(after), after };
}
