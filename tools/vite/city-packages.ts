import path from 'node:path';
import sirv from 'sirv';
import type { Connect, Plugin } from 'vite';

/** Vite plugin: `vite dev` and `vite preview` serve the city packages of `folder` below `/tiles/`, with HTTP ranges; a build does not copy them. */
export function cityPackages(folder: string): Plugin {
  const attach = (middlewares: Connect.Server, root: string): void => {
    middlewares.use('/tiles', sirv(path.resolve(root, folder), { dev: true, etag: true }));
    middlewares.use('/tiles', (_request, response) => {
      response.statusCode = 404;
      response.end();
    });
  };
  return {
    name: 'city-packages',
    configureServer: (server) => attach(server.middlewares, server.config.root),
    configurePreviewServer: (server) => attach(server.middlewares, server.config.root),
  };
}
