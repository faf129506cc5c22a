import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ROOT } from './prepare.mjs';

const webDir = join(ROOT, 'web');
const vitePath = createRequire(join(webDir, 'package.json')).resolve('vite');
const { createServer } = await import(pathToFileURL(vitePath).href);
const target = `http://127.0.0.1:${process.env.PORT ?? 8080}`;

const server = await createServer({
  root: webDir,
  server: {
    proxy: {
      '/api': { target },
      '/socket.io': { target, ws: true },
      '/healthz': { target },
      '/readyz': { target },
      '/metrics': { target },
    },
  },
});
await server.listen();
server.printUrls();
