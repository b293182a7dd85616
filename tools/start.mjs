/** `npm start`: demo city, app, server; nothing is downloaded. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更新版本，当前为 ${process.versions.node}。`);
  console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(2);
}
if (!existsSync(fileURLToPath(new URL('../node_modules/vite', import.meta.url)))) {
  console.error('请先运行 npm ci。 Run npm ci first.');
  process.exit(2);
}

const { prepareApp, prepareDemo } = await import('./prepare.mjs');
const { loadCli } = await import('./city.mjs');
await prepareDemo();
await prepareApp();
const { runCli } = await loadCli();
console.error('在浏览器中打开下面的地址，Ctrl+C 结束。 Open this address in a browser; Ctrl+C ends.');
process.exitCode = await runCli(['serve', ...process.argv.slice(2)]);
