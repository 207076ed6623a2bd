/** diaodu build: where nothing has changed since, what was built before; what builds it is not even loaded then. */
import { inTurn } from '../archive/outputs.ts';
import { type Placed, recall, remember } from '../archive/recall.ts';
import { concluded } from '../archive/stale.ts';
import { traceEffects } from '../archive/trace.ts';
import { hasErrors } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import type { BuildRequest, BuildResult, Built } from '../pipeline.ts';

export { FORMAT_NAMES } from '../render/work/formats.ts';

/** When nothing that the same build asked for last time has changed, there is nothing to do. */
export async function build(request: BuildRequest, effects: Effects): Promise<BuildResult> {
  const { jobs, press, early, host, fontPlaces, ...asked } = request;
  const { platform, arch } = host;
  const name = [asked, { platform, arch }, { ...fontPlaces, resolvePackage: undefined }];
  const known = await recall<Built>(name, effects);
  if (known) {
    effects.print('  与上次生成时相比，数据、模板、字体和设置都没有变化');
    const files = known.files.map((file) => ({ ...file, written: false }));
    return { files, ...(await inTurn(effects, () => concluded(request.out, known, effects))) };
  }
  const traced = traceEffects(effects);
  const pipeline = await import('../pipeline.ts');
  return pipeline.build(request, traced.effects, effects, async (result) => {
    const { diagnostics, run, besides } = result;
    if (!run || hasErrors(diagnostics)) return;
    const recorded = run.files.map(({ path, sha256 }): Placed => [`${request.out}/${path}`, sha256]);
    await remember(name, { asked: traced.asked(), written: [...recorded, ...besides], result }, effects);
  });
}
