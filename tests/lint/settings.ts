/** The settings of the repository, with its units. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { lintSettings } from '../../src/lint/settings.ts';
import { lintFileSchema } from '../../src/model/lint.ts';
import { unitsFileSchema } from '../../src/model/unit.ts';
import { REPOSITORY } from '../support/effects.ts';

const read = (path: string): unknown => parse(readFileSync(resolve(REPOSITORY, path), 'utf8'));

export const { settings, diagnostics } = lintSettings(
  lintFileSchema.parse(read('templates/lint.yaml')),
  { file: 'templates/lint.yaml' },
  unitsFileSchema.parse(read('data/2022/units.yaml')),
  () => false,
);
