/** Returns as YAML, the form in which the office itself keys in what came by telephone or on paper. */
import { readYaml } from '../located/yaml-file.ts';
import type { SubmissionFormat } from './format.ts';

export const yamlFormat: SubmissionFormat = {
  name: 'YAML',
  kind: 'text',
  extensions: ['.yaml', '.yml'],
  read: (file, bytes) => readYaml(file, bytes),
};
