/** diaodu doctor */
import { hasErrors } from '../../base/diagnostic.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { fontPlaces, host } from '../machine.ts';
import { diagnosticLines } from '../report.ts';

const BROWSER = { environment: '环境变量指定', package: '随程序安装', installed: '系统安装' };
const FONT = { office: '办公字体', user: '自行添加', package: '随程序安装', system: '系统自带' };

export async function run(options: { workspace: string; json?: boolean }): Promise<number> {
  const { examine } = await import('../../flows/doctor.ts');
  const result = await examine(
    host,
    fontPlaces(options.workspace),
    realEffects(options.workspace, () => {}),
  );
  const failed = hasErrors(result.diagnostics);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...result }, null, 2));
  else {
    if (result.browser) console.log(`浏览器　${result.browser.path}（${BROWSER[result.browser.origin]}）`);
    for (const font of result.fonts)
      console.log(
        `${font.word}　${font.family}（${FONT[font.origin]}${font.standIn ? '，代用' : ''}）　${font.path}`,
      );
    for (const line of diagnosticLines(result.diagnostics)) console.log(line);
    console.log(failed ? '尚不能生成 PDF，请按上面的提示处理。' : '可以生成文稿。');
  }
  return failed ? EXIT.data : EXIT.fine;
}
