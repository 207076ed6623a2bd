import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { formContent } from '../../src/model/form-content.ts';
import { parsePeriod, type Period } from '../../src/model/period.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects } from '../support/effects.ts';
import { parse } from 'yaml';
import { submissionFileSchema } from '../../src/model/submission.ts';
import { readFileSync } from 'node:fs';
it('x', async () => {
  const { value } = await readWorkspace(folderEffects(), 2022);
  if (!value) throw new Error();
  for (const u of ['省发改委', '省统计局', '省教育厅']) {
    const f = submissionFileSchema.parse(parse(readFileSync(`data/2022/submissions/2022Q3/${u}.yaml`, 'utf8')));
    const c = formContent(value, u, parsePeriod('2022Q3') as Period, f);
    const b = await writeForm(c); const b2 = await writeForm(c);
    console.log(u, b.length, Buffer.compare(Buffer.from(b), Buffer.from(b2)));
    writeFileSync(`/tmp/intake/out/${u}.xlsx`, b);
  }
  writeFileSync(`/tmp/intake/out/blank.xlsx`, await writeForm(formContent(value, '省科技厅', parsePeriod('2022Q4') as Period)));
});
