#!/usr/bin/env node
// The bundle is made by `npm ci` (script “prepare”).
import('../../.build/main.mjs').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.message).includes('main.mjs')) throw error;
  console.error('程序尚未安装完整，请在程序目录运行：npm ci');
  process.exitCode = 3;
});
