/** The official house style, as the program loads it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { type Theme, themeSchema } from '../../src/model/document/theme.ts';

const FILE = resolve(import.meta.dirname, '../../templates/styles/official.yaml');

export const officialTheme: Theme = themeSchema.parse(parse(readFileSync(FILE, 'utf8')));
